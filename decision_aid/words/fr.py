"""The engine's words in French, as they are said in Canada and in Europe alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from decision_aid.words import en

if TYPE_CHECKING:
    from datetime import date, datetime

# The spaces before : ; ? ! » and after « are U+00A0: no line may begin with one of these signs.


class ScreenWords(en.ScreenWords):
    """Titles, choices, keys and messages of the full-screen face."""

    # --- reading ---
    a_guide: str = "Un guide pour votre décision"
    reading_title: str = "Comment voulez-vous lire ?"
    reading_lead: str = (
        "Choisissez ce qui fatigue le moins vos yeux. Vous pouvez en changer à tout moment."
    )
    reading_larger: str = (
        "Lettres plus grandes : gardez Ctrl enfoncé et appuyez sur + jusqu’à bien lire. "
        "Dans certaines fenêtres, c’est Cmd et +, ou Ctrl, Maj et +."
    )
    dark: str = "Lettres claires, fond sombre"
    light: str = "Lettres sombres, fond clair"
    high_contrast: str = "Contraste élevé"
    roomy: str = "Plus d’espace entre les lignes"
    line_by_line: str = "Ligne par ligne, pour un lecteur d’écran ou le braille"
    untranslated: str = (
        "Ce guide n’est pas encore traduit en entier. "
        "Textes qui sont encore en {language} : {count}."
    )
    other_content: str = (
        "Le guide a changé depuis que vous avez commencé. "
        "Pour le lire dans une autre langue, relancez-le, s’il vous plaît."
    )
    go_on: str = "Continuer"
    one_moment: str = "Un instant, s’il vous plaît."

    # --- welcome ---
    start: str = "Commencer"
    start_again: str = "Reprendre où j’étais"
    start_kept: str = "Reprendre où vous étiez"
    about_minutes: str = "environ {minutes} minutes"
    see_easier: str = "D’abord rendre la lecture plus facile"
    unwell: str = "Je me sens mal maintenant"

    # --- keeping ---
    keeping: str = "Vos réponses"
    ask_title: str = "Cet ordinateur peut-il garder vos réponses ?"
    ask_title_shared: str = "Le centre de soins peut-il garder vos réponses ?"
    ask_lead: str = (
        "Elles peuvent être gardées {where} pour que vous repreniez plus tard. "
        "Ou bien elles ne laissent aucune trace."
    )
    ask_staff: str = (
        "L’équipe du centre de soins peut les y lire, sauf si vous choisissez une phrase secrète."
    )
    ask_keep: str = "Les garder {where}, pour reprendre plus tard"
    ask_lock: str = "De même, avec une phrase secrète"
    ask_no_trace: str = "Ne laisser aucune trace"
    nothing_kept: str = "rien n’est gardé"
    here: str = "sur cet ordinateur"
    at_the_clinic: str = "dans le registre du centre de soins"
    kept_here: str = "gardé {where}"
    only_looking: str = "lecture seulement"
    not_kept_now: str = "non gardé en ce moment"
    not_kept_yet: str = (
        "Cette réponse n’a pas pu être gardée, mais vous pouvez continuer. "
        "Elle reste en mémoire jusqu’à la fin. {reason}"
    )
    label_title: str = "Vos réponses reçoivent une étiquette"
    label_lead: str = "Vous les retrouverez sous ces mots. Nous ne vous demandons pas votre nom."
    label_lead_shared: str = (
        "L’équipe du centre de soins désigne votre visite par ces mots. Nous ne vous demandons "
        "pas votre nom. Ensuite vous recevez un code : il ouvre de nouveau vos réponses."
    )
    label_taken: str = "Cette étiquette est déjà prise : choisissez-en une autre, s’il vous plaît."
    label_take: str = "Continuer avec cette étiquette"
    label_other: str = "Trois autres mots"
    label_own: str = "Une étiquette à moi"
    label_own_title: str = "Quelle étiquette voulez-vous ?"
    label_own_lead: str = (
        "Prenez quelques mots de votre choix, jusqu’à 40 caractères. "
        "N’écrivez pas votre nom, s’il vous plaît."
    )
    lock_title: str = "Choisissez une phrase secrète"
    lock_lead: str = (
        "Il lui faut au moins {least} caractères. Quatre mots conviennent bien. {unseen}"
    )
    lock_again_title: str = "Écrivez la phrase secrète encore une fois"
    lock_again_lead: str = "Ainsi, une faute de frappe ne vous empêchera pas de revenir."
    lock_short: str = "Il faut au moins {least} caractères, et ici il y en a {count}."
    lock_long: str = "Il faut au plus {most} caractères, et ici il y en a {count}."
    lock_no_text: str = (
        "Il y avait là une touche qui n’est pas du texte, comme une flèche : choisissez de "
        "nouveau, s’il vous plaît."
    )
    locks_differ: str = (
        "Les deux n’étaient pas pareilles : choisissez de nouveau la phrase secrète, s’il vous "
        "plaît."
    )
    code_title: str = "Notez ce code"
    code_lead: str = (
        "Il ouvre de nouveau vos réponses. Pendant cette visite, vous le trouvez aussi dans "
        "la vue d’ensemble. Si vous le perdez, l’équipe du centre de soins peut vous en donner un "
        "autre."
    )
    code_done: str = "J’ai noté le code"
    code_first: str = "Notez d’abord le code, s’il vous plaît. Puis appuyez sur 1."
    my_code: str = "Le code de mes réponses"
    keep_failed_title: str = "Vos réponses ne peuvent pas être gardées"
    keep_failed: str = (
        "Vous pouvez continuer quand même. Alors rien n’est gardé, sauf un résumé que vous "
        "enregistrez."
    )
    reason_here: str = "La raison : {reason}"
    tell_staff: str = "Parlez-en à une personne qui travaille ici, s’il vous plaît."
    reason_staff: str = "Pour elle, la raison : {reason}"
    go_on_without: str = "Continuer sans rien garder"
    keep_after_all: str = "Garder mes réponses malgré tout"
    try_another: str = "Essayer autrement"

    # --- going on later ---
    resume_title: str = "Reprendre des réponses gardées ?"
    resume_nothing: str = (
        "Aucune des réponses gardées ici ne peut être lue. Vous pouvez recommencer à neuf."
    )
    resume_lead: str = "Choisissez l’étiquette de vos réponses, ou recommencez à neuf."
    resume_shared: str = "Avez-vous un code d’une visite précédente ?"
    resume_code: str = "Oui, j’ai un code"
    resume_new: str = "Recommencer"
    last_used: str = "utilisé le {moment}"
    locked: str = "protégé"
    code_enter_title: str = "Quel est votre code ?"
    code_enter_lead: str = (
        "Il ressemble à K7QM-3XHD-9T2P. Les majuscules et les tirets ne changent rien. "
        "Si vous l’avez perdu, l’équipe du centre de soins peut vous en donner un autre."
    )
    code_wrong: str = (
        "Il n’y a pas de réponses sous ce code : comparez-le avec le vôtre, et corrigez-le ici."
    )
    code_length: str = (
        "Un code entier compte {whole} lettres et chiffres, et celui-ci en compte {signs}."
    )
    unlock_title: str = "Quelle est la phrase secrète ?"
    unlock_lead: str = "Elle ouvre « {label} ». {unseen}"
    unseen: str = "Quand vous écrivez, chaque lettre apparaît comme un point."
    unlock_wrong: str = (
        "Cette phrase secrète n’ouvre pas ces réponses : regardez les majuscules et les espaces."
    )
    write_first: str = (
        "Rien n’est encore écrit. Écrivez dans la case, puis appuyez sur Entrée. "
        "Ou appuyez sur F3 pour revenir."
    )
    still_not: str = "À l’essai numéro {tries}, cela n’a toujours pas marché. {reason}"
    open_failed_title: str = "Cela n’a pas pu être ouvert"
    open_failed: str = (
        "Vos réponses ne peuvent pas être ouvertes pour le moment. "
        "Vous pouvez toujours recommencer à neuf."
    )
    recap_title: str = "Bienvenue de nouveau"
    recap_reached: str = "Vous aviez atteint « {section} ». Réponses données : {answered}."
    recap_end: str = "Vous étiez à la fin. Réponses données : {answered}."
    recap_urgent: str = (
        "Les questions sur les signes d’alerte sont posées à chaque fois, et en premier."
    )
    recap_again: str = (
        "Ce guide a changé. Ces réponses ne lui conviennent plus. "
        "Elles sont toujours gardées, et les questions sont posées de nouveau :"
    )
    recap_no_more: str = (
        "Le guide est devenu plus court. "
        "Nombre de réponses à des questions qu’il ne pose plus : {count}. "
        "Elles sont toujours gardées, et ne servent pas."
    )
    in_use_title: str = "Ces réponses sont ouvertes dans un autre programme"
    in_use_lead: str = (
        "Vous pouvez les lire ici, mais pas les changer. "
        "Pour continuer, fermez d’abord l’autre programme."
    )
    look: str = "Lire les réponses"
    look_title: str = "Les réponses données"
    look_none: str = "Il n’y a pas encore de réponse."
    brought_title: str = "Les réponses données à la maison sont là"
    brought_lead: str = "Lisez-les d’abord, ou continuez ensemble."
    carry_on: str = "Continuer ensemble"

    # --- counselling ---
    prompt: str = "Pour vous qui conseillez : {text}"
    teach_back: str = (
        "Pour vous qui conseillez : dites-le encore une fois avec vos propres mots. "
        "Puis demandez : « {question} »"
    )
    teach_back_question: str = "Comment raconteriez-vous cela à une personne amie ?"
    welcome_for_two: str = (
        "Vous le parcourez avec une personne qui vous conseille. Elle voit vos réponses. "
        "Ce qu’elle note n’est jamais imprimé pour vous."
    )
    noted: str = "écrit"
    notes_title: str = "Notes privées"
    notes_lead: str = (
        "Elles sont pour vous qui conseillez. Elles ne sont jamais imprimées pour la personne."
    )
    notes_done: str = "Garder ces notes et revenir"
    bar_notes_done: str = "garder et revenir"
    bar_notes: str = "notes"
    covered: str = "Ce qui est vu ou reste ouvert"
    covered_title: str = "Ce qui a été vu, et ce qui reste ouvert"
    covered_agenda: str = "Ce que la personne voulait emporter : {agenda}"
    covered_done: str = "Déjà vu"
    covered_open: str = "Reste ouvert"
    covered_teach: str = "À redire une fois"
    covered_none: str = "Il n’y a rien ici."
    readiness: str = "Si la personne se sent prête, et la suite"
    readiness_title: str = "Si la personne se sent prête"
    readiness_lead: str = "Ce qu’elle a dit au début et à la fin. Ce n’est pas une note."
    readiness_states: str = "Au début : {before}. À la fin : {after}."
    readiness_step: str = "Un pas que la personne peut faire : « {text} »"
    values_title: str = "Ce que la personne vous a dit"
    not_answered: str = "pas encore de réponse"

    # --- questions ---
    count: str = "étape {at} sur {about} environ"
    count_short: str = "{at} sur {about} environ"
    count_alone: str = "étape {at}"
    you_chose: str = "Votre choix : {choice}"
    another_answer: str = "La réponse est différente : « {choice} »."
    explain_again: str = "Expliquer encore une fois"
    show_picture: str = "Me montrer l’image"
    show_pictures: str = "Me montrer les images"
    show_table: str = "Voir le tableau"
    comes_from: str = "D’où cela vient-il ?"
    another_way: str = "Le dire autrement"
    first_way: str = "Revenir aux premiers mots"
    see_note: str = "Lire : {title}"
    take_back: str = (
        "Vous avez déjà répondu. Pour garder votre réponse, appuyez sur Entrée. "
        "Pour l’enlever et continuer, passez encore une fois."
    )
    box_was_empty: str = "Vous n’avez rien écrit là. La question a donc été passée."
    one_left_open: str = (
        "À la page d’avant, une ligne reste sans réponse. Vous pouvez y revenir à tout moment."
    )
    several_left_open: str = (
        "À la page d’avant, {count} lignes restent sans réponse. "
        "Vous pouvez y revenir à tout moment."
    )
    one_left_out: str = (
        "Avec ce changement, une de vos réponses concerne une question qui n’est plus posée. Elle "
        "n’est donc pas imprimée. Si vous revenez sur ce changement, elle est de nouveau là."
    )
    several_left_out: str = (
        "Avec ce changement, {count} de vos réponses concernent des questions qui ne sont plus "
        "posées. Elles ne sont donc pas imprimées. Si vous revenez sur ce changement, elles sont "
        "de nouveau là."
    )
    can_skip: str = "Vous pouvez aussi passer cette question : appuyez sur p."
    can_skip_box: str = "Vous pouvez aussi passer cette question : appuyez sur F4."
    any_number: str = "Choisissez tout ce qui convient."
    by_itself: str = "à choisir seul"
    too_many: str = "Nombre de choix faits : {most}. Pour un autre choix, enlevez-en d’abord un."
    characters: str = "caractères : {count} sur {limit}"
    full: str = (
        "Caractères : {count} sur {limit}. Cette case est pleine. "
        "Ce qui est venu après n’est pas gardé."
    )
    back_to_reached: str = "Revenir où j’étais"
    new_first: str = (
        "Vos réponses amènent une nouvelle question, qui vient d’abord. "
        "Ensuite, vous revenez là où vous étiez."
    )
    back_to_text: str = "Revenir"

    # --- pictures and table ---
    next_picture: str = "Image suivante"
    before_picture: str = "Image précédente"
    picture_of: str = "image {at} sur {total}"
    each_sign: str = "Chaque signe est une personne. Il y en a {of} dans chaque image."
    go_back: str = "Revenir"

    # --- overview ---
    overview: str = "Vue d’ensemble"
    overview_title: str = "Où vous êtes, et où vous pouvez aller"
    overview_lead: str = (
        "Choisissez une partie pour voir ses questions, et pour changer une réponse."
    )
    done_of: str = "fait : {done} sur {total}"
    all_done: str = "fait"
    part_left_open: str = "sans réponse : {count}"
    all_parts: str = "Toutes les parties"
    you_are_here: str = "vous êtes ici"
    shelf_lead: str = "Lisez ce que vous voulez. Rien ici ne demande de réponse."
    part_lead: str = (
        "Choisissez une question pour y aller. Vos autres réponses restent comme elles sont."
    )
    read_it: str = "lu"
    passed_over: str = "passé"
    stop_and_print: str = "Arrêter et imprimer ce que j’ai"
    change_reading: str = "Rendre la lecture facile"

    # --- summary ---
    summary: str = "Votre résumé"
    summary_title: str = "Votre résumé est prêt"
    summary_lead: str = (
        "Il dit ce que vous avez choisi d’imprimer, ce que l’on sait et ne sait pas, et ce que "
        "vous pouvez demander. Apportez-le à ceux qui vous soignent."
    )
    summary_so_far: str = (
        "Il contient ce que vous nous avez dit jusqu’ici. Vous pouvez continuer à tout moment."
    )
    open_it: str = "L’ouvrir"
    print_it: str = "L’imprimer"
    opening: str = "Il a été ouvert dans une autre fenêtre."
    not_opened: str = (
        "Il n’a pas pu être ouvert d’ici. Vous le trouvez dans ce dossier, et pouvez l’ouvrir là."
    )
    save_it: str = "L’enregistrer…"
    read_here: str = "Le lire ici"
    change_answer: str = "Revenir aux questions"
    finish: str = "Terminer"
    save_title: str = "Enregistrer votre résumé"
    save_lead: str = "Il sera mis dans ce dossier :"
    save_elsewhere: str = "Le mettre dans un autre dossier"
    can_leave_out: str = "{offer}. Vous pouvez vous en passer"
    folder_title: str = "Dans quel dossier doit-il être ?"
    folder_lead: str = "Écrivez son nom entier, comme {folder}."
    folder_none: str = "{folder} : ce dossier n’existe pas. Corrigez le nom, s’il vous plaît."
    saved_title: str = "Votre résumé est enregistré"
    saved_as: str = "Il est ici :"
    saved_next: str = (
        "Pour l’imprimer, ouvrez-le et choisissez Imprimer. "
        "Ou apportez-le à une personne qui peut l’imprimer."
    )
    unprintable: str = "Un PDF ne peut pas montrer ces lettres que vous avez écrites : {letters}."
    unprintable_mend: str = (
        "À leur place, il aurait le signe \ufffd. Enregistrés comme page pour le navigateur "
        "(HTML), vos mots restent comme vous les avez écrits. "
        "Ou lancez ce guide avec --font et le fichier d’une police qui a ces lettres."
    )
    save_page: str = "L’enregistrer comme page pour le navigateur (HTML)"
    print_now: str = "L’imprimer maintenant sur l’imprimante de cet ordinateur"
    printing: str = "Il a été envoyé à l’imprimante."
    printed_title: str = "Il a déjà été envoyé à l’imprimante"
    printed_lead: str = (
        "Regardez d’abord l’imprimante, s’il vous plaît. Vous pouvez l’envoyer encore une fois."
    )
    print_again: str = "L’imprimer encore"
    print_failed: str = "L’imprimante ne l’a pas pris. Le fichier est toujours là."
    save_another: str = "Choisir une autre forme"
    not_saved_title: str = "Il n’a pas été enregistré"
    not_saved: str = "La raison : {reason}."
    save_home: str = "L’enregistrer dans votre dossier personnel"
    not_saved_yet_title: str = "Votre résumé n’est pas encore enregistré"
    not_saved_yet: str = (
        "Quand vous terminez, vos réponses disparaissent. Rien n’est gardé sur cet ordinateur."
    )
    kept_under: str = (
        "Vos réponses restent {where} sous « {label} ». "
        "Le résumé n’est pas enregistré comme fichier."
    )
    kept_code: str = "Le code qui les ouvre : {code}"
    own_fault: str = "ce programme a un défaut à cet endroit ; une autre forme peut convenir"
    save_first: str = "L’enregistrer"
    finish_anyway: str = "Terminer sans l’enregistrer"
    goodbye: str = "Au revoir."
    left_not_kept: str = "Nombre de vos dernières réponses qui n’ont pas pu être gardées : {count}."
    goodbye_kept: str = "Au revoir. Vos réponses restent {where} sous « {label} »."
    try_again: str = "Réessayer"
    quoted_by: str = "{by} :"
    contacts: str = "Qui appeler"

    # --- overlays ---
    urgent_help: str = "Aide urgente"
    close: str = "Revenir où j’étais"
    words_title: str = "Mots expliqués"
    words_also: str = "{word} (aussi : {also})"
    sources_here: str = "D’où vient cette page"
    sources_none: str = "Cette page ne dit rien qui vienne d’études."
    sources_all: str = "Les autres sources de ce guide"
    sources_more: str = "Sources suivantes"
    sources_before: str = "Sources précédentes"
    page_of: str = "page {at} sur {total}"
    source_read: str = "{about}. Lu le {read}."
    keys_title: str = "Ce que vous pouvez faire d’autre"
    keys_lead: str = (
        "Vous pouvez tout faire avec une seule touche. "
        "Ou appuyez sur Tab et Entrée, ou utilisez la souris."
    )
    more: tuple[tuple[str, str], ...] = (
        ("summary", "Arrêter, et imprimer ce que j’ai"),
        ("overview", "Vue d’ensemble : aller à une autre partie"),
        ("words", "Mots expliqués"),
        ("sources", "D’où cela vient"),
        ("notes", "Notes privées"),
    )
    keys: tuple[tuple[str, str], ...] = (
        ("1 à 9", "choisir une réponse"),
        ("↑ ↓", "aller à une autre réponse, ou lire la suite"),
        ("Espace", "choisir, ou enlever une marque, ou lire la suite"),
        ("Entrée", "continuer"),
        ("← ou Retour arr.", "revenir"),
        ("Page préc., Page suiv.", "lire plus haut ou plus bas"),
        ("p", "passer cette question"),
        ("x", "arrêter, et imprimer ce que j’ai"),
        ("u", "aide urgente"),
        ("o", "vue d’ensemble : aller à une autre partie"),
        ("w", "mots expliqués"),
        ("s", "d’où cela vient"),
        ("r", "choisir de nouveau comment lire facilement"),
        ("Ctrl et C", "demande si vous voulez arrêter"),
        ("Tab", "avancer : réponses, Continuer, les lignes du bas"),
    )
    language_key: str = "l, dans une case F12"
    keys_text: str = (
        "Quand vous écrivez dans une case, les lettres sont du texte. Là, utilisez F2 à F9 comme "
        "le disent les lignes du bas. Ou appuyez sur Échap pour quitter la case."
    )

    # --- bars ---
    more_below: str = "la suite ↓"
    key_space: str = "espace"
    key_enter: str = "entrée"
    key_tab: str = "tab"
    bar_choose: str = "choisir"
    bar_go_on: str = "suite"
    bar_back: str = "retour"
    bar_skip: str = "passer"
    bar_stop: str = "arrêter, imprimer"
    bar_urgent: str = "aide urgente"
    bar_overview: str = "ensemble"
    bar_words: str = "mots"
    bar_sources: str = "sources"
    bar_keys: str = "plus"
    bar_written_down: str = "J’ai noté le code"

    # --- urgent help before any content is there ---
    urgent_title: str = (
        "Appelez tout de suite le 999, le 911, le 112 ou votre numéro d’urgence local"
    )
    urgent_first: str = "Si vous vous sentez très mal, quelle qu’en soit la raison, appelez."
    urgent_lead: str = (
        "Appelez tout de suite si l’un de ces signes est nouveau ou s’aggrave tout à coup :"
    )
    urgent_signs: tuple[str, ...] = (
        "Faiblesse ou engourdissement du visage, d’un bras ou d’une jambe, d’un seul côté",
        "Difficulté à parler, à comprendre ou à avaler",
        "Perte soudaine de la vue ou vue trouble, confusion, vertige, manque d’équilibre ou chute",
        "Mal de tête soudain et très fort, plus encore avec des vomissements ou de la somnolence",
        "Convulsions ou évanouissement",
        "Douleur dans la poitrine, difficulté à respirer, cœur qui s’emballe, ou sang craché "
        "en toussant",
        "Saignement qui ne s’arrête pas (s’il est à l’aine, allongez-vous et appuyez dessus), "
        "ou vomissement de sang",
        "Jambe ou bras soudain froid, bleu, engourdi ou très douloureux",
        "Si vous prenez un anticoagulant ou un antiagrégant : un coup violent à la tête",
    )
    urgent_numbers: str = (
        "Le numéro est le 999 au Royaume-Uni, le 911 au Canada et aux États-Unis, et le 112 dans "
        "l’Union européenne. Ailleurs, appelez votre numéro d’urgence local."
    )
    urgent_even_if: str = (
        "Ne conduisez pas vous-même, s’il vous plaît. Si un signe disparaît, appelez quand même, "
        "s’il vous plaît."
    )

    # --- faults ---
    not_done_title: str = "Cela n’a pas pu être fait"
    not_done: str = (
        "Vos réponses sont toujours là. Vous pouvez continuer à partir de l’endroit où vous étiez."
    )
    left_kept: str = (
        "Vos réponses données jusqu’ici restent {where} sous « {label} ». "
        "Relancez le guide pour les reprendre."
    )
    left_in_memory: str = (
        "Vos réponses étaient seulement en mémoire, car rien ne devait être gardé. "
        "Elles ont disparu."
    )
    left_saved: str = "Le résumé que vous avez enregistré est ici : {path}"

    # --- stopping ---
    stop_title: str = "Voulez-vous arrêter ?"
    stop_not_kept: str = "Vos réponses ne sont pas gardées."
    stop_kept: str = "Vos réponses sont gardées {where} sous « {label} »."
    stop_lead: str = "Pour arrêter, appuyez encore une fois sur Ctrl et C."
    stop_not: str = "Revenir où j’étais"
    stop_now: str = "Arrêter"

    # --- safety ---
    too_small: str = "Cette fenêtre est trop petite. Agrandissez-la, s’il vous plaît."
    sorry: str = (
        "Toutes nos excuses : le guide a dû s’arrêter à cause d’un défaut qui vient de lui. "
        "Rien de ce que vous avez enregistré n’est perdu. Relancez-le, s’il vous plaît."
    )


class LineWords(en.LineWords):
    """Prompts and messages of the plain face; each is one short line or two."""

    opening: str = (
        "Voici l’édition ligne par ligne. Les réponses ont un numéro : tapez un numéro et appuyez "
        "sur Entrée. Vous pouvez aussi taper une lettre : u pour une aide urgente, "
        "b pour revenir, p pour passer une question, x pour arrêter et imprimer, et h pour "
        "entendre toutes les lettres. Quand vous écrivez des mots, mettez une barre oblique avant "
        "la lettre, comme /u pour une aide urgente."
    )
    opening_without: str = (
        "Voici l’édition ligne par ligne. Les réponses ont un numéro : tapez un numéro et appuyez "
        "sur Entrée. Vous pouvez aussi taper une lettre : b pour revenir, p pour "
        "passer une question, x pour arrêter et imprimer, et h pour entendre toutes les lettres. "
        "Quand vous écrivez des mots, mettez une barre oblique avant la lettre, comme /b pour "
        "revenir."
    )
    # --- what speaks of letters, as the pages want it ---
    can_skip: str = "Vous pouvez aussi passer cette question : tapez p."
    can_skip_box: str = "Vous pouvez aussi passer cette question : tapez p."
    take_back: str = (
        "Vous avez déjà répondu. Pour garder votre réponse, appuyez sur Entrée. "
        "Pour l’enlever et continuer, passez encore une fois."
    )
    code_first: str = "Notez d’abord le code, s’il vous plaît. Puis tapez 1."
    write_first: str = "Rien n’est encore écrit."
    unseen: str = "Elle ne s’affiche pas quand vous écrivez."
    more: tuple[tuple[str, str], ...] = ()
    keys_title: str = "Ce que vous pouvez taper"
    keys_lead: str = (
        "Tapez le numéro d’une réponse, ou l’une de ces lettres, et appuyez sur Entrée."
    )
    keys: tuple[tuple[str, str], ...] = (
        ("Entrée seule", "continuer, ou garder la réponse déjà donnée"),
        ("b", "revenir"),
        ("p", "passer cette question"),
        ("x", "arrêter, et imprimer ce que j’ai"),
        ("u", "aide urgente"),
        ("o", "vue d’ensemble : aller à une autre partie, et changer une réponse"),
        ("w", "mots expliqués"),
        ("s", "d’où cela vient"),
        ("r", "lire cette page encore une fois"),
        ("h", "ces lettres"),
    )
    language_key: str = "l"
    keys_text: str = (
        "Quand vous écrivez des mots, mettez une barre oblique avant la lettre, comme /b pour "
        "revenir. Les lignes que vous collez là restent ensemble. Puis une ligne vide ou un point "
        "les termine."
    )
    # --- pages ---
    say: str = "Des mots que vous pouvez dire : {text}"
    cell: str = "{column} : {cell}"
    between: str = " ; "
    held: str = "Votre réponse jusqu’ici : {answer}. Entrée seule la garde ; p la retire."
    held_words: str = "Vos mots jusqu’ici : « {answer} »"
    wrote: str = "Vous avez écrit : {answer}"
    text_commands: str = (
        "Pour utiliser une lettre ici, mettez une barre oblique avant, comme /u pour une aide "
        "urgente ou /b pour revenir."
    )
    text_commands_without: str = (
        "Pour utiliser une lettre ici, mettez une barre oblique avant, comme /b pour revenir."
    )
    back_at: str = "Vous voici de nouveau à : {heading}"
    # --- prompts ---
    statement: str = "{at} sur {last} : {text}"
    answer_one: str = "Votre réponse, 1 à {last} : "
    answer_some: str = "Vos réponses, {most} au plus, avec des espaces entre elles : "
    answer_text: str = "Écrivez vos mots, puis Entrée. Entrée seule passe : "
    answer_text_again: str = "Écrivez d’autres mots, puis Entrée. Entrée seule garde les vôtres : "
    answer_notes: str = "Écrivez, puis Entrée. Entrée seule fait revenir : "
    answer_more: str = (
        "Plusieurs lignes font un seul texte. Continuez ; une ligne vide ou un point le termine : "
    )
    answer_day: str = "Écrivez une date. Entrée seule passe : "
    answer_day_anew: str = "Écrivez une date : "
    answer_day_again: str = "Écrivez une autre date. Entrée seule garde la vôtre : "
    answer_number: str = "Écrivez un nombre. Entrée seule passe : "
    answer_number_anew: str = "Écrivez un nombre : "
    answer_number_again: str = "Écrivez un autre nombre. Entrée seule garde le vôtre : "
    answer_line: str = "Écrivez, puis appuyez sur Entrée. Entrée seule fait revenir : "
    choose_row: str = "Tapez un numéro, 1 à {last} : "
    choose_row_or_enter: str = "Tapez un numéro, 1 à {last}, ou Entrée seule pour « {row} » : "
    only_row: str = "Appuyez sur Entrée pour « {row} » : "
    only_one: str = "Tapez 1 pour « {row} » : "
    and_words: frozenset[str] = frozenset({"et"})
    # --- replies ---
    not_known: str = "Cela n’a pas été compris. Tapez un numéro de la liste, ou h pour de l’aide."
    no_before: str = "Il n’y a rien avant cela."
    text_cut: str = "C’était plus long que {limit} caractères. Les {limit} premiers sont retenus."
    no_text: str = (
        "Il y avait là une touche qui n’est pas du texte, comme une flèche. "
        "Rien n’en est pris. Écrivez-le encore une fois, s’il vous plaît."
    )
    line_cut: str = (
        "Votre terminal n’a pris que le début de cette ligne, jusqu’à « {last} ». "
        "Écrivez le reste sur une autre ligne."
    )
    # --- keeping, and the end ---
    nothing_kept: str = (
        "Rien n’est gardé sur cet ordinateur, sauf un résumé si vous en enregistrez un."
    )
    kept_under: str = "Vos réponses sont gardées {where}, sous cette étiquette : {label}"
    meanwhile: str = (
        "Un instant, s’il vous plaît. D’ici là, vous pouvez taper u pour une aide urgente."
    )
    not_begun: str = "La visite n’a donc pas commencé : rien n’a été demandé, et rien n’est gardé."
    left: str = "Votre visite se termine ici."
    left_nothing: str = "Rien n’en est gardé, sauf un résumé si vous en avez enregistré un."
    left_as_before: str = (
        "Rien n’en est gardé, sauf un résumé si vous en avez enregistré un. "
        "Les réponses gardées plus tôt restent comme elles sont."
    )
    ended: str = (
        "Il n’y a plus rien à lire en entrée, et le guide s’arrête donc ici. "
        "Voici votre résumé jusqu’ici."
    )


class LineWordsForTwo(LineWords, en.LineWordsForTwo):
    """The same where a counsellor sits there too."""

    keys: tuple[tuple[str, str], ...] = (
        *LineWords.keys,
        ("n", "notes privées, pour vous qui conseillez"),
        ("a", "les réponses données"),
        ("k", "ce qui est vu, ce qui reste ouvert, et si la personne se sent prête"),
    )


class WebWords(en.WebWords):
    """Buttons and messages of the pages in a browser."""

    # --- what speaks of buttons, as the pages want it ---
    can_skip: str = "Vous pouvez aussi passer cette question plus bas."
    can_skip_box: str = "Vous pouvez aussi passer cette question plus bas."
    take_back: str = (
        "Vous avez déjà répondu. Pour garder votre réponse, continuez. "
        "Pour l’enlever et continuer, passez encore une fois."
    )
    code_first: str = "Notez d’abord le code, s’il vous plaît. Puis continuez."
    write_first: str = "Rien n’est encore écrit."
    unseen: str = "Quand vous écrivez, chaque lettre s’affiche comme un point."
    more: tuple[tuple[str, str], ...] = ()
    keys_title: str = "Comment marchent ces pages"
    keys_lead: str = "Vous trouvez ces boutons sous chaque page."
    keys: tuple[tuple[str, str], ...] = (
        ("Revenir", "à la page d’avant ; vos réponses restent comme elles sont"),
        ("Passer cette question", "à la page d’après, sans réponse"),
        (
            "Il me faut plus de temps",
            "la page attend encore autant, et tout ce qui est écrit reste",
        ),
        ("Arrêter et voir mon résumé", "un résumé de ce que vous nous avez dit jusqu’ici"),
        ("Vue d’ensemble", "aller à une autre partie, et changer une réponse"),
        ("Mots expliqués", "ce que veulent dire les mots de ce guide"),
        ("D’où cela vient", "les études et les autres sources de la page"),
        ("Terminer et effacer", "finir votre visite, et effacer vos réponses"),
    )
    language_key: str = "Langue"
    keys_text: str = "L’aide urgente se trouve en haut de chaque page."
    # --- on every page ---
    to_heading: str = "Aller tout de suite au texte"
    on_this_page: str = "Sur cette page"
    to_top: str = "Revenir en haut"
    go_back: str = "Revenir"
    skip: str = "Passer cette question"
    stop: str = "Arrêter et voir mon résumé"
    help: str = "Comment marchent ces pages"
    sources: str = "D’où cela vient"
    also: str = "Ici aussi"
    parts: str = "Les parties de ce guide"
    to_come: str = "à venir"
    done: str = "fait"
    problem: str = "Il y a un problème"
    error: str = "Erreur :"
    limit: str = "Vous pouvez écrire jusqu’à {limit} caractères."
    held_by_buttons: str = (
        "Les boutons d’ici retiennent ce que vous écrivez. "
        "Le bouton de retour de votre navigateur le perd."
    )
    moved_on: str = "Vous aviez déjà quitté cette page : rien n’a donc changé. Vous en êtes ici."
    go_on_here: str = "Continuer d’ici"
    page_before: str = "Aller à la page d’avant"
    to_left_open: str = "Revenir à ce qui reste sans réponse"
    # --- how long a page waits ---
    waits_first: str = (
        "Prenez tout le temps qu’il vous faut. Chaque page vous attend {minutes} minutes. "
        "Avant la fin de ce temps, une page demande si vous êtes toujours là. "
        "Si personne ne répond, votre visite finit et ces pages sont effacées."
    )
    waits: str = (
        "Cette page vous attend {minutes} minutes. Ensuite votre visite finit, et tout est effacé."
    )
    waits_held: str = (
        "Cette page vous attend {minutes} minutes, et aucune question ne vient avant. "
        "Ce que vous écrivez ou cochez ici est retenu dès que vous choisissez un des boutons. "
        "S’il vous faut plus longtemps, choisissez « Il me faut plus de temps ». "
        "Après {minutes} minutes sans aucun bouton, votre visite finit, et tout est effacé."
    )
    more_time: str = "Il me faut plus de temps"
    waits_anew: str = "Tout est toujours là. Cette page attend de nouveau {minutes} minutes."
    still_title: str = "Êtes-vous toujours là ?"
    still_lead: str = (
        "Rien ne s’est passé ici depuis un moment. Si vous êtes toujours là, choisissez le premier "
        "bouton : vous revenez là où vous en étiez. Si personne ne le fait, votre visite finit et "
        "ces pages sont effacées. Minutes jusque-là : {minutes}."
    )
    still_here: str = "Je suis toujours là"
    still_other: str = (
        "Quelqu’un d’autre était ici avant vous ? Terminez alors sa visite et effacez-la, s’il "
        "vous plaît."
    )
    ended: str = (
        "Rien ne s’est passé ici pendant longtemps, et votre visite est donc finie. Toutes les "
        "réponses sont effacées de ces pages. Ce que vous avez choisi de garder reste gardé."
    )
    # --- the summary ---
    take_along: str = "Rien n’en reste ici. Emportez-le avant de terminer."
    take_pdf: str = "L’emporter en PDF, pour l’imprimer"
    open_page: str = "L’ouvrir dans une page, pour le lire ou l’imprimer"
    other_forms: str = "L’emporter sous une autre forme"
    dial: str = "Appeler le {number}"
    to_guide: str = "Revenir au guide"
    goes_to: str = "Il s’ouvre, ou vous le trouvez dans vos téléchargements."
    each_goes_to: str = "Chacune s’ouvre, ou vous la trouvez dans vos téléchargements."
    # --- the summary on a device of the clinic's ---
    desk_print: str = "Vous pouvez l’imprimer sur l’imprimante du centre de soins."
    desk_lead: str = (
        "L’équipe d’ici peut vous le donner sur papier. Dites-lui ces mots, ou montrez-lui cette "
        "page :"
    )
    desk_locked: str = "Elle vous demandera aussi de taper votre phrase secrète."
    desk_keep: str = (
        "L’équipe d’ici peut vous le donner sur papier. Pour cela, il faut d’abord garder vos "
        "réponses."
    )
    desk_nothing: str = "Rien n’en reste sur cet appareil."
    desk_sent_title: str = "Votre résumé est en route"
    desk_sent: str = (
        "Il a été envoyé à l’imprimante du centre de soins. Demandez à l’équipe où elle se trouve, "
        "s’il vous plaît."
    )
    desk_failed_title: str = "Il n’a pas été imprimé"
    desk_refused: str = "L’imprimante n’a pas pris votre résumé."
    desk_failed: str = (
        "Vos réponses sont toujours là. Essayez encore, "
        "s’il vous plaît, ou demandez de l’aide à l’équipe avant de terminer."
    )
    # --- the end ---
    clear: str = "Terminer et effacer"
    clear_title: str = "Voulez-vous terminer ?"
    clear_lead: str = "Si vous voulez emporter votre résumé, revenez et faites-le d’abord."
    cleared_title: str = "Votre visite est finie"
    cleared: str = (
        "Vos réponses sont effacées de ces pages. Fermez aussi cette fenêtre, s’il vous plaît."
    )
    cleared_kiosk: str = "Vos réponses sont effacées de cet appareil."
    comes_back: str = "Vous pouvez le laisser comme il est : la première page revient d’elle-même."
    start_anew: str = "Recommencer"
    idle: str = (
        "Votre visite était finie, car rien ne s’est passé pendant longtemps. "
        "Vous pouvez recommencer ici."
    )
    no_page_title: str = "Cette page n’existe pas"
    no_page: str = "Vous pouvez continuer là où vous en étiez."


class WebWordsForTwo(WebWords, en.WebWordsForTwo):
    """The same where a counsellor can be asked to read along."""

    keys: tuple[tuple[str, str], ...] = (
        *WebWords.keys[:3],
        ("Quelqu’un m’aide", "une personne qui vous conseille lit avec vous, sur son appareil"),
        *WebWords.keys[3:],
    )


class CounselWords(en.CounselWords):
    """What a person and their counsellor are told, each on a device of their own."""

    # --- to the person ---
    ask: str = "Quelqu’un m’aide"
    ask_title: str = "Voulez-vous que quelqu’un lise avec vous ?"
    ask_lead: str = "Une personne qui vous conseille peut vous accompagner, sur un appareil à elle."
    nobody: str = "Personne ne lit avec vous en ce moment."
    what_they_see: tuple[str, ...] = (
        "Elle voit à quelle page vous êtes, et ce que vous répondez.",
        "Elle ne peut pas changer vos réponses.",
        "Elle peut écrire des notes privées. Vous ne les voyez pas, et aucun papier ne les porte.",
        "Vous pouvez y mettre fin à tout moment, au bas de chaque page.",
    )
    show_code: str = "Me montrer un code pour elle"
    code_title: str = "Un code pour la personne qui vous aide"
    code_where: str = (
        "Elle ouvre cette adresse sur son propre appareil, et y écrit le code : {address}"
    )
    code_once: str = (
        "Il sert une seule fois, dans les {minutes} minutes qui viennent. "
        "À partir de là, cette personne lit avec vous."
    )
    code_private: str = "Ne le dites qu’à cette personne, s’il vous plaît."
    withdraw: str = "Reprendre le code"
    here_title: str = "Quelqu’un lit avec vous"
    here: str = "Quelqu’un lit avec vous. Vous pouvez y mettre fin au bas de cette page."
    end: str = "Ne plus lire à deux"
    to_questions: str = "Continuer le guide"

    # --- to the counsellor ---
    join_title: str = "Quel est le code de la visite ?"
    join_lead: str = (
        "La personne que vous aidez le trouve sur son propre appareil, sous « {button} ». "
        "Les majuscules et les tirets ne changent rien."
    )
    join_wrong: str = (
        "Ce code n’ouvre aucune visite : il a peut-être déjà servi, ou son temps est passé. "
        "Comparez-le, ou demandez-en un nouveau."
    )
    guide: str = "À côté d’une visite"
    now_title: str = "Où en est la personne"
    look: str = "Voir où en est la personne"
    follow: str = "Toutes les {seconds} secondes, montrer de nouveau où elle en est"
    follow_no_more: str = "Ne le montrer de nouveau que si je le demande"
    at: str = "La personne en est à : {heading}"
    apart: str = (
        "La personne est à une page que vous ne voyez pas, comme celle d’un code qui est à elle."
    )
    no_prompt: str = "Il n’y a rien à ajouter à cette page."
    they_read: str = "Ce que la personne lit : {heading}"
    marked: str = "choisi"
    they_write: str = "Il y a une case pour écrire. Ce que la personne écrit n’est pas montré ici."
    pages: str = "Aussi pour vous"
    notes_gone: str = (
        "Rien ne garde ces notes. Elles disparaissent quand la visite se termine, quand elle "
        "s’arrête longtemps, ou quand l’un de vous ne veut plus lire à deux. "
        "Recopiez avant ce qu’il vous faut."
    )
    leave: str = "Ne plus lire à deux, et effacer mes notes"
    over_title: str = "Vous ne lisez plus à deux"
    over: str = (
        "La visite est finie, ou l’un de vous ne veut plus lire à deux. Vos notes sont effacées."
    )
    join_another: str = "Lire avec une autre personne"


class CommandWords(en.CommandWords):
    """What the command line says of itself, and what every command may have to say."""

    # the commands
    program: str = "Réfléchir à une décision, et imprimer un résumé qui est le vôtre."
    take: str = "parcourir les questions (si rien d’autre n’est dit)"
    summary: str = "imprimer le résumé de réponses qui sont dans un fichier"
    records: str = "les réponses gardées : la journée d’un centre de soins"
    check: str = "ce qui ne va pas dans un questions.yaml, et des preuves"
    serve: str = (
        "les questions dans un navigateur, sur cet ordinateur ou sur le réseau d’un centre de soins"
    )
    schema: str = "le schéma JSON de questions.yaml"
    guide: str = "à la place, chaque champ et chaque règle, comme dans le guide des auteurs"

    # how a command line is told, and why it is refused
    usage: str = "utilisation : "
    arguments_title: str = "à nommer "
    options_title: str = "options "
    commands_title: str = "commandes "
    this_help: str = "montrer cette aide, et s’arrêter"
    usage_fault: str = "{program} : erreur : {fault}"
    command_missing: str = "il manque une commande"
    command_not_there: str = "{given} n’est pas une commande ; au choix : {there}"
    arguments_missing: str = "il manque ceci : {names}"
    arguments_unknown: str = "ceci n’est pas connu ici : {names}"
    argument_cut: str = "{name} : il manque ce qui doit suivre"
    argument_not_there: str = "{name} : {given} ne fait pas partie de ceux-ci : {there}"
    arguments_apart: str = "{name} ne va pas avec {other}"
    argument_wrong: str = "{name} : {fault}"

    # options of several commands
    version: str = "quelle est cette version, et celle du contenu"
    content: str = "un autre questions.yaml"
    language: str = "la langue, comme fr ; sinon celle de l’ordinateur"
    staff_language: str = "la langue des papiers pour l’équipe ; sinon celle du contenu"
    no_such_language: str = (
        "La langue « {language} » n’est pas là. À faire : prenez l’une de celles-ci : {there}."
    )
    place: str = (
        "un dossier ou une adresse postgresql:// ; sinon DECISION_AID_RECORDS, "
        "sinon votre propre dossier"
    )
    date: str = "le jour sur le papier, comme 2026-11-20 ; sinon aujourd’hui"
    not_a_date: str = "écrivez une date comme 2026-11-20"
    with_words: str = "édition de l’équipe : aussi les mots tapés"
    edition: str = "pour qui est le papier ; on peut en donner plusieurs"
    with_facts: str = "aussi le livret des faits"
    font: str = "un fichier de police de cet ordinateur, pour les lettres qui manqueraient au PDF"

    # take
    plain: str = "une simple ligne à la fois, pour les lecteurs d’écran"
    brought: str = "reprendre des réponses exportées"
    keep: str = "garder les réponses"
    no_trace: str = "ne laisser aucune trace"
    counsellor: str = "à deux : conseils et notes"
    records_of_visit: str = "où les réponses sont gardées"

    # serve
    host: str = "l’adresse ou le nom où le trouver ; sinon sur cet ordinateur seul"
    port: str = "le port ; 0 en prend un qui est libre"
    certificate: str = "le certificat pour TLS, en PEM ; avec --key"
    key: str = "sa clé privée, en PEM"
    counsellors: str = "laisser une personne qui conseille lire à deux, sur un autre appareil"
    insecure_lan: str = "sans TLS, sur un réseau fermé : d’autres personnes du réseau peuvent lire"
    idle: str = "minutes après lesquelles une visite que personne ne poursuit est effacée"
    not_minutes: str = (
        "donnez un nombre entier de minutes, de 20 à 1440 ; il en faut au moins 20 à qui lit ou "
        "écrit lentement"
    )
    kiosk: str = (
        "pour un appareil où chacun passe à son tour : rien n’y est enregistré, et il recommence "
        "de lui-même"
    )
    printer: str = "l’imprimante du centre, pour --kiosk ; sinon celle de cet ordinateur"
    not_a_port: str = "donnez un nombre entier de 0 à 65535"

    # summary
    answers: str = "des fichiers de réponses, en YAML ou JSON"
    blank: str = "un exemplaire vide, pour un premier regard"
    report_to: str = (
        "à qui signaler une erreur du contenu, comme le dit la mention de l’éditeur ; "
        "sinon ce que dit DECISION_AID_REPORT_TO"
    )
    output: str = "un fichier, un dossier s’il y en a plusieurs, ou - "
    overwrite: str = "remplacer aussi un fichier que ce programme n’a pas fait"
    print_it: str = "l’envoyer aussi à l’imprimante"

    # check
    checked_file: str = "le fichier à examiner ; sinon celui qui est livré"
    today: str = "le jour qui sert à juger les dates"
    translation: str = "examiner la traduction dans cette langue, comme fr"
    complete: str = "tout texte qui manque ou est périmé dans une traduction est une erreur"
    rules: str = "chaque règle et ce à quoi elle sert"
    trace: str = "chaque phrase qui dit un fait, et ses sources"
    graph: str = "dessiner l’entretien en SVG"

    # records
    records_list: str = "les sessions gardées, sans les réponses"
    records_show: str = "les réponses d’une session, en mots"
    records_summary: str = "un résumé pour chacune, et une feuille de garde"
    records_line: str = "un paragraphe à coller dans le dossier de la personne"
    records_export: str = "une session dans un fichier JSON"
    records_code: str = "un autre code de reprise, pour un registre partagé"
    records_backup: str = "une copie de tout ce qui est gardé ici, même pendant l’utilisation"
    records_erase: str = "effacer des sessions et leurs traces"
    label: str = "une étiquette donnée par `records list`, ou le début d’un identifiant"
    every_session: str = "toutes les sessions"
    since: str = "avec --all : utilisées depuis ce jour"
    mixed: str = "aussi les réponses à d’autres versions"
    folder: str = "un dossier"
    print_them: str = "les envoyer aussi à l’imprimante"
    export_file: str = "un fichier, ou - "
    backup_file: str = "un fichier qui n’existe pas encore"
    with_notes: str = (
        "aussi ce qu’une personne qui conseille a demandé et noté ; "
        "un tel fichier n’est pas pour la personne"
    )
    sure: str = "ne pas demander"

    # translate
    preview: str = "un questions.yaml à chaque enregistrement : fautes, parcours et feuille"
    translate: str = "des textes pour la traduction, et leur retour"
    previewed_file: str = "le fichier que vous écrivez"
    preview_answers: str = "des réponses, comme pour `summary`"
    preview_served: str = (
        "dans un navigateur sur cet ordinateur, avec chaque question comme on la voit"
    )
    translate_export: str = "écrire les textes de cette langue en .po"
    translate_import: str = "reprendre un fichier .po"
    translate_status: str = "ce qui est là, ce qui manque, ce qui est périmé"
    translated_to: str = "une langue, comme fr"
    not_a_language: str = "nommez une langue comme fr ou fr-CA"
    po_file: str = "le fichier .po de la traduction"

    # what a command says
    sorry: str = (
        "Quelque chose n’a pas marché dans ce programme. Rien de ce que vous avez écrit n’est "
        "montré ici. Un résumé que vous avez enregistré est toujours là. "
        "Recommencez, s’il vous plaît."
    )
    saved: str = "Enregistré : {path}"
    folder_gone: str = (
        "Le dossier où ce programme a été lancé n’est plus là. "
        "À faire : nommez-en un autre avec --output."
    )
    no_output: str = "on ne peut pas écrire sur la sortie standard : {reason}"
    no_input: str = (
        "on ne peut pas lire l’entrée standard : {reason}. Personne ne peut donc répondre aux "
        "questions, et rien n’a été commencé."
    )
    closed: str = "elle est fermée"
    versions: str = (
        "decision-aid {program}. Contenu : {content} {version}, {hash}. "
        "Sur des papiers et dans des registres plus anciens, le même contenu peut porter la "
        "marque {former}."
    )
    usage_of_summary: str = (
        "utilisation : decision-aid summary RÉPONSES... ou decision-aid summary --blank"
    )
    answers_or_blank: str = (
        "Nommez des fichiers de réponses, ou --blank pour un exemplaire vide : l’un des deux."
    )
    several_need_folder: str = (
        "{folder} : pour plusieurs résumés, il faut un dossier. À faire : nommez-en un qui existe."
    )
    same_name: str = "Deux fichiers de réponses ont le même nom. À faire : renommez l’un des deux."


class PreviewWords(en.PreviewWords):
    """Ce qu’un auteur voit autour d’un fichier quand il l’enregistre."""

    sheet: str = "La feuille"
    of_file: str = "Pour les réponses du fichier {file}."
    of_example: str = "Pour les réponses de l’exemple du parcours {way}."
    of_nobody: str = (
        "Sans aucune réponse. Avec --answers, elle est montrée pour celles que vous donnez."
    )
    path: str = "Le parcours pour ces réponses"
    faults: str = "{file} tel qu’il a été enregistré"
    warnings: str = "Ceci peut rester si c’est ce que vous voulez dire :"
    more: str = "Il y en a {count} autres : decision-aid check {file} les dit toutes."
    none: str = "Aucune faute n’a été trouvée."
    checking: str = "Toutes les façons de répondre sont examinées…"
    not_loaded: str = "La feuille et le parcours reviennent dès que ceci est corrigé."
    gone: str = "{file} n’est pas là en ce moment. Il sera montré dès son retour."
    ends: str = (
        "Il est montré de nouveau à chaque enregistrement. Pour arrêter, appuyez ici sur Ctrl et C."
    )

    # --- in a browser ---
    address: str = "L’aperçu est prêt. Ouvrez cette adresse dans un navigateur : {address}"
    how_to_stop: str = (
        "Rechargez une page pour voir ce qui a été enregistré. Pour arrêter, appuyez ici sur "
        "Ctrl et C."
    )
    file: str = "Aperçu de {file}"
    all_questions: str = "Toutes les questions"
    as_before: str = (
        "{file} a maintenant des fautes. Ses questions et sa feuille sont montrées comme avant."
    )
    see_faults: str = "Voir les fautes"
    see_found: str = "Attendre ce qui sera trouvé"
    not_checked: str = (
        "Toutes les façons de répondre n’ont pas été examinées. "
        "À faire : lancez decision-aid check {file}, qui dit pourquoi."
    )
    not_shown: str = "Les questions et la feuille seront montrées ici dès que ceci sera corrigé."
    answers_not_taken: str = "{file} a des fautes : aucune réponse n’est donc utilisée."
    sheet_page: str = "La feuille en page"
    sheet_pdf: str = "La feuille en PDF"
    screen: str = "écran {number} pour ces réponses"
    not_asked: str = "pas demandé pour ces réponses"
    on_welcome: str = "demandé à la première page"
    with_counsellor: str = "demandé seulement par la personne qui conseille"
    shown_by: str = "Ces réponses le montrent, en fichier pour --answers"
    count: str = "Fautes ici : {count}."
    beside: str = "Questions d’avant et d’après"
    before: str = "Avant : {name}"
    after: str = "Après : {name}"
    line: str = "ligne {number}"
    lines: str = "Lignes {first} à {last} du fichier"
    buttons: str = (
        "Ici, on ne répond à rien. Ses boutons montrent ce qu’ils ouvrent, ou mènent à la question "
        "d’avant ou d’après dans le fichier."
    )
    itself: str = "La question elle-même"
    of_fewest: str = "Pour le moins de réponses qui mènent ici."
    not_reached: str = (
        "On n’a trouvé aucune réponse qui mène ici : la question ne peut pas être montrée."
    )
    reached: str = "À qui c’est demandé"
    everybody: str = "C’est demandé à tout le monde."
    on_shelf: str = "C’est sur l’étagère : chacun peut le lire à tout moment."
    counsellor_only: str = (
        "C’est demandé seulement par la personne qui conseille, avec take --counsellor."
    )
    asked_when: str = "C’est demandé aux personnes pour qui ceci est vrai : {condition}."
    these_lead: str = "Les réponses pour lesquelles c’est montré"
    fewest_lead: str = "Le moins de réponses qui mènent ici"
    rests: str = "Sur quoi cela repose"
    rests_on_nothing: str = "Aucune de ses phrases ne nomme de source."
    rows: str = "Lignes de docs/evidence.md : {rows}"
    no_row: str = "docs/evidence.md n’a pas de ligne de ce nom."
    nothing_title: str = "Cela n’est pas dans le fichier"
    nothing: str = "Cela avait peut-être un autre nom avant le dernier enregistrement."


class TranslationWords(en.TranslationWords):
    """What authors and translators are told; of what is refused also what to do."""

    role: str = "Cela est montré comme : {role}."
    keep: str = "Ceci doit y rester : {kept}"
    no_gaps: str = "Rien entre accolades n’est rempli ici."
    count: str = (
        "{language} : textes traduits : {there} sur {all} ; manquants : {missing}, "
        "périmés : {stale}. Ce qui manque ou est périmé est montré comme dans l’original."
    )
    stale: str = "périmé, ligne {line} : {place}"
    missing: str = "manquant : {place}"
    same: str = (
        "Le contenu est déjà en {language}. À faire : nommez une autre langue dans l’en-tête."
    )
    not_utf_8: tuple[str, str] = (
        "le fichier n’est pas en UTF-8, ou ne le dit pas",
        "Enregistrez-le en UTF-8, avec charset=UTF-8 dans son en-tête.",
    )
    no_po: tuple[str, str] = (
        "cette ligne n’a pas sa place dans un fichier .po",
        "Ouvrez-le dans un programme de traduction, et enregistrez-le de nouveau.",
    )
    no_language: tuple[str, str] = (
        "l’en-tête ne nomme pas de langue comme fr ou fr-CA",
        "Écrivez-y `Language: fr\\n`.",
    )
    twice: tuple[str, str] = (
        "l’endroit de ce texte se trouve ici une deuxième fois",
        "Gardez-en un seul des deux.",
    )
    plural: tuple[str, str] = (
        "un texte a des formes du pluriel, et le contenu n’en a pas",
        "Enlevez msgid_plural, et écrivez un seul msgstr.",
    )


class ServeWords(en.ServeWords):
    """What the program says that serves browsers, and the pages on which it serves nothing."""

    # --- to whoever starts it ---
    address: str = "Le guide est prêt. Ouvrez cette adresse dans un navigateur : {address}"
    code: str = "Ce code d’accès est demandé une fois à chaque navigateur : {code}"
    counsel: str = (
        "Une personne qui conseille lit à deux, sur un appareil à elle, à l’adresse {address}"
    )
    how_to_stop: str = (
        "Pour arrêter, appuyez ici sur Ctrl et C. Ce qui n’est pas gardé est alors effacé."
    )
    insecure: str = (
        "Rien n’est chiffré. Toute personne sur ce réseau peut lire les réponses. "
        "N’utilisez ceci que sur un réseau fermé."
    )
    few_files: str = (
        "Le système laisse ce programme ouvrir peu de fichiers à la fois : moins de personnes "
        "peuvent être servies. À faire : portez la limite (ulimit -n) à {needed}."
    )
    needs_extra: str = (
        "Pour servir des navigateurs, il manque au programme sa partie « web », qui n’est pas "
        "installée. À faire : python -m pip install 'decision-aid[web]'"
    )
    needs_tls: str = (
        "{host} peut être atteint depuis d’autres ordinateurs, et les réponses sont privées. "
        "À faire : donnez --certificate et --key, ou laissez --host de côté pour ne servir que cet "
        "ordinateur. Sur un réseau fermé, où personne d’autre n’entre, --insecure-lan sert sans "
        "chiffrement."
    )
    both_or_none: str = (
        "Un certificat a besoin de sa clé. À faire : donnez --certificate et --key ensemble."
    )
    insecure_or_not: str = (
        "--insecure-lan sert sans chiffrement, et un certificat sert à chiffrer. "
        "À faire : donnez l’un des deux."
    )
    bad_certificate: str = (
        "Le certificat ou sa clé ne peut pas servir : {reason}. À faire : donnez un certificat en "
        "PEM, avec la clé qui va avec lui. La clé ne doit pas demander de phrase secrète."
    )
    printer_of_kiosk: str = (
        "--printer dit où une borne imprime. À faire : donnez aussi --kiosk, ou laissez --printer "
        "de côté."
    )
    no_such_printer: str = (
        "Cet ordinateur n’a pas de programme qui imprime. À faire : installez lp ou lpr, ou "
        "laissez --printer de côté."
    )
    nothing_to_take: str = (
        "Une borne n’enregistre rien sur son appareil : chacun reçoit son résumé d’une imprimante "
        "ou de l’équipe. Il n’y a ici ni imprimante, ni endroit pour les réponses. À faire : "
        "installez une imprimante sur cet ordinateur, ou nommez un endroit avec --records."
    )
    port_in_use: str = (
        "Le port {port} sert à un autre programme, peut-être à celui-ci. "
        "À faire : arrêtez l’autre, ou donnez un autre port avec --port."
    )
    port_not_allowed: str = (
        "Le système ne laisse pas ce programme prendre le port {port}. "
        "À faire : donnez-en un à partir de 1024 avec --port."
    )
    no_such_host: str = (
        "{host} n’est pas une adresse de cet ordinateur. "
        "À faire : donnez une adresse ou un nom qui est à lui, ou laissez --host de côté."
    )

    # --- to whoever opens it in a browser ---
    code_title: str = "Quel est le code d’accès ?"
    code_lead: str = (
        "La personne qui vous a donné cette adresse peut vous dire le code. Les majuscules et les "
        "tirets ne changent rien."
    )
    code_wrong: str = (
        "Ce n’est pas le code. Comparez-le, s’il vous plaît, et écrivez-le de nouveau."
    )
    code_closed: str = (
        "Un mauvais code a été donné trop souvent ; attendez un peu, s’il vous plaît. "
        "Minutes avant de pouvoir écrire le code de nouveau : {minutes}."
    )
    refused: Mapping[str, tuple[str, str]] = MappingProxyType(
        {
            "unreadable": (
                "Nous n’avons pas pu lire cela",
                "Rien n’a changé. Vous pouvez continuer là où vous en étiez.",
            ),
            "too_long": (
                "Votre navigateur a envoyé plus que nous ne pouvons prendre",
                "Fermez toutes les fenêtres du navigateur, s’il vous plaît. Puis ouvrez l’adresse "
                "qui vous a été donnée.",
            ),
            "too_much": (
                "C’était plus que nous ne pouvons prendre",
                "Rien n’en a été gardé. Revenez en arrière dans votre navigateur et écrivez "
                "moins, s’il vous plaît.",
            ),
            "other_name": (
                "Le guide n’est pas à cette adresse",
                "Ouvrez l’adresse qui vous a été donnée, lettre par lettre, s’il vous plaît.",
            ),
            "other_page": (
                "Cela n’a pas été envoyé depuis le guide",
                "Rien n’a donc changé. Vous pouvez continuer là où vous en étiez.",
            ),
            "full": (
                "Toutes les places sont prises en ce moment",
                "Revenez dans quelques minutes, s’il vous plaît. D’autres personnes parcourent le "
                "guide.",
            ),
            "broken": (
                "Quelque chose n’a pas marché ici",
                "Ce n’était pas votre faute. Vous pouvez continuer là où vous en étiez. "
                "Si cela arrive encore, dites-le à la personne qui vous a donné cette adresse.",
            ),
        }
    )


class RecordsWords(en.RecordsWords):
    """Headings, questions and messages; none repeats an answer."""

    # the list
    heads: tuple[str, ...] = (
        "SESSION",
        "ÉTIQUETTE",
        "DÉBUT",
        "UTILISÉ",
        "RÉPONSES",
        "CONTENU",
        "ÉTAT",
    )
    locked: str = "protégé"
    in_use: str = "ouvert"
    none_kept: str = "Aucune réponse n’est gardée là."
    no_place: str = "{place} : ce dossier n’existe pas, donc aucune réponse n’est gardée là."

    # finding a session
    no_such_label: str = "Il n’y a pas de réponses sous {name}. À faire : regardez `records list`."
    is_damaged: str = (
        "La session {name} est abîmée et ne peut pas être lue. À faire : gardez une copie du "
        "registre et demandez de l’aide, ou effacez-la."
    )
    of_session: str = "{label} : {why}"
    counted_whole: str = (
        "Pour les sessions protégées, ou dont les réponses vont avec un autre contenu, le compte "
        "comprend les réponses données sur un chemin qui a été quitté."
    )
    several: str = (
        "Plusieurs sessions ont l’étiquette {name}. "
        "À faire : nommez-en une par son identifiant : {ids}."
    )
    nothing_named: str = (
        "Aucune session n’est nommée. À faire : nommez des étiquettes, ou utilisez --all."
    )
    both_named: str = "Des étiquettes et --all ont été donnés. À faire : utilisez l’un des deux."
    of_edition: str = "{option} va avec --edition {editions}."
    either: str = " ou "
    since_without_all: str = "--since va avec --all."

    # a passphrase
    unlock: str = "Phrase secrète pour {label} : "
    no_terminal: str = (
        "{label} est protégé par une phrase secrète, et il n’y a pas de terminal pour la "
        "demander. À faire : nommez un fichier qui la contient dans DECISION_AID_PASSPHRASE_FILE."
    )
    bad_file: str = (
        "Le fichier nommé dans DECISION_AID_PASSPHRASE_FILE ne peut pas servir : {why}. "
        "À faire : nommez un fichier avec la phrase secrète sur la première ligne."
    )
    no_file: str = "ce n’est pas un fichier"
    unreadable_file: str = "on ne peut pas le lire"
    empty_line: str = "sa première ligne est vide"

    # one session's answers
    about: str = (
        "{label}. Début : {begun}. Dernière utilisation : {last}. Réponses données : {answered}."
    )
    content: str = "Contenu : {content} {version}, {hash}."
    passed_over: str = "(question passée)"
    off_path: str = "Données sur un chemin qui a été quitté, et sans effet maintenant"
    not_taken: str = "Non acceptées par ce contenu"
    not_taken_lead: str = (
        "Ces réponses restent comme elles sont. Les questions sont posées de nouveau."
    )
    other_version: str = (
        "Ces réponses vont avec la version {version} ({hash}). "
        "Celle-ci est la version {ours} ({our_hash})."
    )
    other_content: str = "Ces réponses vont avec un autre questionnaire : {content}."
    unread: str = "{label} : non accepté par ce contenu, à demander de nouveau : {questions}"

    print_unread: str = (
        "{label} : ce qui a été imprimé la dernière fois est abîmé. "
        "On ne dit donc rien de ce qui a changé depuis."
    )

    # a day's summaries
    mixed: str = (
        "Les sessions vont avec des versions différentes du contenu : {versions}. "
        "Celle-ci est {ours}. À faire : choisissez des sessions d’une seule version et nommez son "
        "fichier avec --content, ou lisez-les toutes avec celle-ci par --mixed."
    )
    version: str = "{content} {version} ({hash}), au nombre de {count}"
    no_folder: str = "{folder} : ce n’est pas un dossier. À faire : nommez-en un qui existe."
    none_chosen: str = "Aucune session ne convient, il n’y a donc rien à faire."
    saved: str = "enregistré : {file}"
    skipped: str = "laissé de côté : {label} : {why}"
    failed: str = "pas fait pour {label} : {why}"
    why_locked: str = "une phrase secrète protège cette session"
    why_nothing: str = "il n’y a aucune réponse"
    why_other: str = "elle va avec un autre questionnaire, {content}"
    why_fault: str = "un défaut de ce programme"
    why_ended: str = "le programme qui le faisait s’est arrêté tout à coup"
    done: str = "Résumés enregistrés dans {folder} : {saved} sur {all}. Feuille de garde : {cover}."
    no_cover: str = "La feuille de garde n’a pas été faite : {why}"
    place: str = "{place} sur {all}"

    # the cover sheet
    cover: str = "Feuille de garde du {day}. Résumés : {count}"
    cover_lead: str = (
        "Pour l’équipe. Elle dit quels résumés ont été faits et lesquels ont été laissés de côté."
    )
    cover_heads: tuple[str, ...] = (
        "Session", "Étiquette", "Début", "Utilisé", "Réponses", "Version", "Fichier",
    )  # fmt: skip
    left_out: str = "Laissés de côté : {count}"
    left_out_heads: tuple[str, ...] = (
        "Session", "Étiquette", "Début", "Utilisé", "Réponses", "Version", "Raison",
    )  # fmt: skip
    remarks: str = "À regarder, s’il vous plaît"
    empty: str = "{label} : il n’y a aucune réponse."
    still_in_use: str = "{label} était ouvert dans un autre programme : le résumé peut changer."
    one_version: str = "Contenu : {content} {version}, {hash}. Édition : {edition}."
    page: str = "Page {page} sur {pages}"

    # printing
    sent: str = "Envoyé à l’imprimante : {path}"
    no_printer: str = (
        "Aucune imprimante n’est installée ici (pas de programme lp ni lpr), et rien n’a donc été "
        "imprimé. Imprimez ces fichiers : {paths}"
    )
    not_printed: str = "L’imprimante ne l’a pas pris. Le fichier est ici : {path}"
    cannot_print: str = (
        "On ne peut envoyer à l’imprimante qu’un PDF ou un texte enregistré dans un fichier. "
        "À faire : utilisez --format pdf, et pas de `-` pour --output."
    )

    # export, and opening it again
    not_in_words: str = (
        "Le fichier ne contient pas de questions en mots, ni de marque pour les réponses données "
        "sur un chemin qui a été quitté : les réponses vont avec une autre version."
    )
    notes_left_out: str = (
        "Laissé de côté : ce qu’une personne qui conseille a demandé et noté. "
        "--with-notes le met dans le fichier."
    )
    was_locked: str = "{label} est protégé par une phrase secrète, mais le fichier ne l’est pas."
    not_taken_from_file: str = "Ce contenu n’accepte pas la réponse du fichier : {question}"

    # a backup
    backed_up: str = (
        "Copié dans {path}. La copie contient les réponses comme le registre : celles qui n’ont "
        "pas de phrase secrète peuvent y être lues. Pour l’utiliser, mettez-la dans un dossier "
        "vide sous le nom {name}, et nommez ce dossier avec --records."
    )

    # another code
    new_code: str = (
        "Voici le nouveau code pour {label}. Il n’est dit que maintenant : notez-le pour la "
        "personne. Le code d’avant n’ouvre plus rien."
    )

    # erasing
    about_to_erase: str = (
        "À effacer pour toujours : {labels}. Les copies de sauvegarde ne sont pas atteintes."
    )
    sure: str = "Tapez oui pour effacer, autre chose pour garder : "
    yes: frozenset[str] = frozenset({"oui", "o"})
    nobody_to_ask: str = (
        "Il n’y a pas de terminal pour demander. À faire : ajoutez --yes si vous voulez effacer."
    )
    nothing_erased: str = "Rien n’a été effacé."
    erased: str = "Effacé : {label}"
    not_erased: str = "Non effacé : {label}. {why}"
    perhaps_erased: str = "On ne sait pas si ceci a été effacé : {label}. {why}"
    traces: str = (
        "Personne ne peut plus ouvrir les réponses, mais il peut en rester des traces dans le "
        "registre, qui n’a pas pu être nettoyé. {why} Il sera nettoyé quand une autre session "
        "sera effacée."
    )
    not_promised: str = (
        "Les réponses ne sont plus dans le registre sur cet ordinateur. Ce que l’on ne peut pas "
        "promettre : des copies de sauvegarde, des images du disque, et des traces au fond d’un "
        "disque qu’un laboratoire pourrait lire."
    )
    not_promised_shared: str = (
        "Les réponses ne sont plus dans le registre partagé. Ce que l’on ne peut pas promettre : "
        "elles peuvent encore se trouver dans des sauvegardes, dans les journaux de la base de "
        "données et leurs archives, sur des serveurs de secours, dans des pages de la base qui "
        "n’ont pas été réécrites, et dans le journal du serveur s’il note les commandes. "
        "Demandez à la personne qui gère la base combien de temps cela est gardé."
    )


PAPER: Final[Mapping[str, str]] = {
    "document": "Résumé de l’aide à la décision",
    "job": "Aide à la décision",
    # On a screen alone.
    "on_this_page": "Sur cette page",
    "to_top": "Revenir en haut de cette page",
    "by_pen": (
        "Les cases et les lignes sont pour un stylo, sur le papier. Pour imprimer cette page ou la "
        "garder, ouvrez le menu de votre navigateur, ou Partager sur un téléphone, et choisissez "
        "Imprimer. Là, vous pouvez aussi l’enregistrer en PDF."
    ),
    "facts": "Les faits",
    "in_full": "Plus pour vous",
    "side_2": "À garder et à montrer",
    "name": "Nom de la personne concernée",
    "fill_in": "Notre accord",
    "cut_out": "Copiez cette page avant de la couper.",
    "number_there": "Numéro là où je suis",
    "corner": "Question",
    "also_say": "D’autres disent",
    "our_translation": "Notre traduction",
    "by_in_translation": "{by} (notre traduction)",
    "own_words_at": (
        "Ce que j’ai écrit se trouve en entier à la page {page}, sous « Mes propres mots »."
    ),
    "own_words_page": "Mes propres mots",
    "pictures": "La même chose en images",
    "counted": "{count} sur {of}",
    "contacts": "Qui appeler",
    "sources": "Sources",
    "read": "Lu le {day}.",
    "evidence": "Études lues le {day}.",
    "sources_at_end": "Sources : à la fin.",
    "version": "Version {version}, {hash}.",
    "session": "Session {session}.",
    "page": "Page {page} sur {pages}.",
    "note": "À noter, s’il vous plaît",
    "unprinted": (
        "Certains caractères n’ont pas pu être imprimés. Le signe \ufffd est à leur place."
    ),
    # A blank copy.
    "blank": "Exemplaire vide, pour un premier regard",
    "no_stay": "Continuer comme maintenant ne fait pas partie des choix de ce guide.",
    "no_urgent_help": "Ce guide n’a pas de partie sur l’aide urgente.",
    "also_prints": "Ce qui s’imprime aussi, selon les réponses",
    # What changed.
    "changed": "Changé depuis le {day}",
    "before_now": "{question} Avant : {before}. Maintenant : {now}.",
    "typed_anew": "{question} Les mots ont changé.",
    "more_changed": "Non montré ici : {count}. « records show » dit tout.",
    "unanswered": "pas de réponse",
    "open_sum": (
        "La somme demande une réponse à chacune de ses questions, et il en manque au moins une."
    ),
    "open_sum_of": (
        "{label} la somme demande une réponse à chacune de ses questions, et il en manque au "
        "moins une."
    ),
    # The staff's page.
    "staff": "Copie de l’équipe : {title}",
    "staff_says": (
        "Réponses choisies seulement : pas de nom, rien de tapé. "
        "« Je » est la personne qui a répondu. {sources}"
    ),
    "staff_says_typed_elsewhere": (
        "Réponses choisies seulement : pas de nom. Du texte a aussi été tapé : demandez à voir le "
        "résumé de la personne. « Je » est la personne qui a répondu. {sources}"
    ),
    "staff_says_typed": (
        "Ce qui a été tapé est à la fin : cela peut dire qui est la personne. "
        "« Je » est la personne qui a répondu. {sources}"
    ),
    "sources_elsewhere": "[1] et suivants : sources dans le livret des faits.",
    "whose": "Nom ou numéro",
    "ask_now": "Demandez maintenant les signes d’alerte",
    "ask_again": "Demandez aujourd’hui, quelles que soient les réponses d’avant.",
    "told": "Réponses d’avant :",
    "told_on": "Réponses du {moment} :",
    "not_told": "Aucune réponse n’est venue avec cette copie.",
    "still_there": "Toujours là ?",
    "seen_by": "Vu par",
    "seen_when": "Quand",
    "signs": "Signes d’alerte",
    "situation": "Situation",
    "readiness": "Préparation",
    "statement": "Phrase",
    "at_start": "Début",
    "at_end": "Fin",
    "not_asked": "pas demandé",
    "own_words": "Avec les mots de la personne",
    "recorded": (
        "Aide à la décision « {title} », version {version}, {hash}, {day}. "
        "« Je » est la personne qui a répondu."
    ),
}


FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    # the place
    "address": (
        "l’endroit du registre a une sorte d’adresse qui n’est pas connue",
        "Nommez un dossier, ou une adresse qui commence par postgresql://.",
    ),
    "no_home": (
        "il n’y a pas de dossier personnel où garder les réponses",
        "Nommez un dossier dans DECISION_AID_RECORDS.",
    ),
    "not_a_folder": (
        "{path} n’est pas un dossier",
        "Mettez-le ailleurs, ou nommez un autre dossier.",
    ),
    "open_to_others": (
        "d’autres personnes peuvent regarder dans le dossier {path}, et il contient d’autres "
        "choses",
        "Nommez un dossier qui sert seulement au registre.",
    ),
    "not_ours": (
        "le dossier {path} appartient à quelqu’un d’autre",
        "Nommez un dossier qui est à vous.",
    ),
    "not_writable": (
        "on ne peut rien écrire dans {path}",
        "Demandez à la personne qui s’occupe de cet ordinateur, ou nommez un autre dossier.",
    ),
    "disk_full": (
        "il n’y a plus de place sur le disque",
        "Faites de la place ; alors cela pourra être gardé.",
    ),
    "unfit": (
        "les réponses ne peuvent pas être gardées sûrement dans {path} : il semble être sur un "
        "disque du réseau",
        "Nommez un dossier de cet ordinateur.",
    ),
    "none_yet": ("aucune réponse n’est encore gardée là", "Gardez d’abord une visite."),
    # the database
    "not_a_file": (
        "{path} est {what}, à l’endroit où le registre devrait être",
        "Mettez-le ailleurs.",
    ),
    "foreign": (
        "{path} n’est pas un registre de ce programme ; il a été laissé comme il est",
        "Mettez-le ailleurs, ou nommez un autre dossier.",
    ),
    "damaged": (
        "le registre est abîmé ; il a été laissé comme il est",
        "Copiez {path} et demandez de l’aide avant de continuer.",
    ),
    "copied_alone": (
        "{path} est une copie prise pendant que le registre servait, et {log}, où sont les "
        "réponses les plus récentes, n’est pas à côté ; elle a été laissée comme elle est",
        "Copiez les deux ensemble, ou utilisez `records backup`. Si {log} est perdu, faites là un "
        "fichier vide de ce nom : alors ce qui reste peut être ouvert.",
    ),
    "log_alone": (
        "{log} est là et contient des réponses, mais {path}, avec lequel il va, n’est pas là",
        "Remettez ce fichier à côté, ou mettez {log} ailleurs pour recommencer à neuf.",
    ),
    "newer": (
        "le registre a été fait par une version plus récente de ce programme ; il a été laissé "
        "comme il est",
        "Installez cette version.",
    ),
    "older": (
        "le registre a une forme plus ancienne que cette version ne lit pas ; il a été laissé "
        "comme il est",
        "Utilisez la version qui l’a fait.",
    ),
    "taken_away": (
        "le registre a été déplacé ou supprimé pendant qu’il servait",
        "Remettez-le où il était, ou enregistrez votre résumé.",
    ),
    "busy": ("un autre programme utilise le registre", "Essayez de nouveau dans un instant."),
    "slow": (
        "l’endroit où les réponses sont gardées ne répond pas",
        "Essayez de nouveau dans un instant.",
    ),
    "behind": (
        "l’endroit où les réponses sont gardées ne répond pas en ce moment",
        "Continuez : vos réponses seront gardées dès qu’il répondra.",
    ),
    "failed": (
        "le registre n’a pas pu être lu ou écrit ({reason})",
        "Essayez de nouveau, ou demandez de l’aide.",
    ),
    # PostgreSQL
    "extra_missing": (
        "cette installation ne peut pas atteindre un registre partagé",
        "Installez decision-aid[clinic].",
    ),
    "server_away": (
        "le registre partagé ne peut pas être atteint, ou ne laisse pas entrer ce programme",
        "Regardez si le réseau, la base de données et son adresse sont comme ils doivent être.",
    ),
    "server_refused": (
        "le registre partagé ne donne pas à ce programme les droits qu’il lui faut",
        "Demandez à la personne qui gère la base de données.",
    ),
    "server_encoding": (
        "le registre partagé ne peut pas contenir toutes les lettres : son codage est {encoding}, "
        "et non UTF8",
        "Demandez à la personne qui le gère une base de données avec le codage UTF8, et nommez "
        "celle-là.",
    ),
    "server_only_reads": (
        "on peut seulement lire le registre partagé, et rien ne peut donc y être gardé",
        "Demandez à la personne qui gère la base de données ; peut-être l’adresse nomme-t-elle un "
        "serveur de secours.",
    ),
    "server_no_schema": (
        "le registre partagé n’a pas de schéma pour les tables de ce programme",
        "Demandez à la personne qui gère la base de données de regarder search_path.",
    ),
    "server_pooled": (
        "un gestionnaire de connexions se trouve devant le registre partagé et prête la même "
        "connexion à plusieurs postes ; deux d’entre eux pourraient donc écrire l’un sur les "
        "réponses de l’autre",
        "Nommez la base de données elle-même, ou demandez à qui s’occupe de ce gestionnaire de "
        "le régler sur le mode session.",
    ),
    # a backup
    "backup_there": (
        "{path} existe déjà, et une sauvegarde ne prend la place d’aucun fichier",
        "Nommez un fichier qui n’existe pas encore.",
    ),
    "backup_nowhere": (
        "il n’y a pas de dossier pour le fichier {path}",
        "Nommez un fichier dans un dossier qui existe.",
    ),
    "backup_of_server": (
        "le registre est partagé, et ce sont ses propres programmes qui le sauvegardent",
        "Demandez à la personne qui gère la base de données d’utiliser pg_dump, comme : "
        "pg_dump --format=custom --file={path} DATABASE.",
    ),
    # a session
    "perhaps_erased": (
        "le registre ne pouvait plus être atteint pendant qu’on le changeait",
        "Regardez la liste des étiquettes quand il pourra de nouveau être atteint.",
    ),
    "label_taken": ("cette étiquette est déjà prise", "Choisissez-en une autre."),
    "label_wrong": (
        "une étiquette a de 1 à {most} caractères sur une ligne",
        "Choisissez-en une plus courte ou plus simple.",
    ),
    "no_such_label": (
        "il n’y a pas de réponses sous cette étiquette",
        "Regardez la liste des étiquettes.",
    ),
    "no_such_code": (
        "il n’y a pas de réponses sous ce code",
        "Comparez-le avec le code que vous avez reçu.",
    ),
    "no_codes": (
        "il n’y a pas de codes ici : sur votre propre ordinateur, les réponses s’ouvrent à partir "
        "d’une liste",
        "Lancez le programme, et choisissez-les dans la liste.",
    ),
    "no_such_session": ("ces réponses ne sont plus là", "Regardez la liste."),
    "by_code_only": (
        "dans un registre partagé, les réponses s’ouvrent avec le code qui a été donné pour elles",
        "Utilisez le code.",
    ),
    "in_use": (
        "ces réponses sont ouvertes dans un autre programme ; ici, on peut les lire, mais pas les "
        "changer",
        "Fermez d’abord l’autre programme.",
    ),
    "gone": ("ces réponses ont été effacées", "Recommencez à neuf."),
    "damaged_session": (
        "la session {label} ({reference}) est abîmée : on ne peut pas lire {column} ; "
        "elle a été laissée comme elle est",
        "Gardez une copie du registre et demandez de l’aide.",
    ),
    # a passphrase
    "passphrase_needed": (
        "une phrase secrète protège ces réponses",
        "Écrivez la phrase secrète.",
    ),
    "passphrase_wrong": (
        "cette phrase secrète n’ouvre pas ces réponses",
        "Regardez les majuscules et les espaces, et essayez encore.",
    ),
    "passphrase_short": (
        "une phrase secrète a au moins {least} caractères",
        "Choisissez-en une plus longue, comme quatre mots.",
    ),
    "locks_missing": (
        "cette installation ne peut pas protéger des réponses par une phrase secrète",
        "Installez le paquet cryptography.",
    ),
    "altered": (
        "ces réponses ont été changées ou abîmées après avoir été gardées ; elles ont été "
        "laissées comme elles sont",
        "Gardez une copie du registre et demandez de l’aide.",
    ),
}

FAULT_DETAILS: Final[Mapping[str, str]] = {
    "a_folder": "un dossier",
    "a_link": "un lien",
    "a_pipe": "un tube",
    "no_file": "autre chose qu’un fichier",
    "shared_store": "le registre partagé",
    "no_memory": "trop peu de mémoire",
    "column_id": "son identifiant",
    "column_label": "son étiquette",
    "column_content": "le nom de son questionnaire",
    "column_version": "la version de son contenu",
    "column_hash": "la marque de son contenu",
    "column_begun": "l’heure de son début",
    "column_last": "l’heure de sa dernière utilisation",
    "column_answered": "le compte de ses réponses",
    "column_seal": "sa protection",
    "column_counter": "son compteur",
}

UNUSABLE_FONTS: Final[Mapping[str, str]] = {
    "missing": "ce fichier n’existe pas",
    "unreadable": "on ne peut pas le lire",
    "too_large": "il est plus grand que toute police qui peut servir ici",
    "no_font": "ce n’est pas une police qui peut servir ici : un fichier TTF, OTF ou TTC",
    "coloured": (
        "ses lettres sont des images ou sont en couleurs, et ici un PDF prend de simples contours"
    ),
    "forbidden": "ceux qui l’ont faite ne permettent pas de la mettre dans un PDF",
}

NOT_SAVED: Final[Mapping[str, str]] = {
    "forbidden": "vous n’avez pas le droit d’y écrire",
    "no_folder": "ce dossier n’existe pas",
    "no_room": "il n’y a plus de place",
    "too_large": "il est plus grand que ne peut l’être un fichier à cet endroit",
    "long_name": "le nom est trop long",
    "refused": "le système de fichiers l’a refusé",
    "a_folder": "c’est un dossier",
    "a_link": "c’est un lien vers un autre endroit",
    "no_file": "ce n’est pas un fichier",
    "not_ours": (
        "il y a déjà là un fichier qui n’est ni un papier ni un export de ce programme, et il a "
        "donc été laissé comme il est. À faire : nommez un autre fichier, ou ajoutez --overwrite"
    ),
    "was_read": (
        "ceci a été fait à partir de ce même fichier, et il a donc été laissé comme il est. "
        "À faire : nommez un autre fichier"
    ),
    "records": "le registre a sa place là. À faire : nommez un fichier ailleurs",
}

EXPORT_FAULTS: Final[Mapping[str, str]] = {
    "too_large": "le fichier est trop grand",
    "broken": "le fichier n’est pas le JSON d’un export",
    "foreign": "le fichier n’est pas un export de ce programme",
    "version": "le fichier a une forme que cette version ne lit pas",
    "label": "l’étiquette manque ou n’en est pas une",
    "content": "il n’est pas dit avec quel contenu vont les réponses",
    "time": "l’heure {} manque ou n’en est pas une",
    "at": "la question qui a été atteinte n’est pas un nom",
    "answers": "il n’y a pas de liste de réponses, ou elle est trop longue",
    "no_question": "la réponse {} ne dit pas à quelle question",
    "twice": "la réponse {} va avec une question qui a déjà sa réponse plus haut",
    "incomplete": "à la réponse {}, il manque ce qui a été donné, ou quand",
}

EXPORT_MENDS: Final[Mapping[str, str]] = {
    "foreign": "Nommez un autre fichier.",
    "version": "Installez une version plus récente.",
}

ANSWERS_FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    "other_content": (
        "les réponses qu’il contient vont avec un autre questionnaire",
        "Nommez ce questionnaire avec --content.",
    ),
    "no_answers": (
        "il ne contient pas de réponses",
        "Écrivez une ligne pour chaque réponse, comme `who: me`.",
    ),
    "unknown_question": (
        "le questionnaire n’a pas de question {name!r}",
        "Cherchez une faute de frappe.",
    ),
    "near_question": (
        "le questionnaire n’a pas de question {name!r}",
        "Vouliez-vous dire {near!r} ? Alors écrivez cela.",
    ),
    "twice": ("{name!r} s’y trouve plus d’une fois", "Gardez-en une seule."),
    "pick": ("{why}", "Utilisez l’un de ces noms : {names}."),
    "change": ("{why}", "Changez la réponse pour qu’elle convienne."),
    "day": ("{why}", "Écrivez-la comme {day}, ou comme on l’écrit d’habitude : {said}."),
}

_SHORT: Final[Mapping[tuple[str, str], str]] = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
}
"""What two words become where the first ends one piece and the second begins the next."""

_BEFORE = re.compile(
    r"(?<![\w’-])(de|à|que|si|le|la|ne|je|me|te|se|jusque|lorsque|puisque|quoique)( ?)$", re.I
)
_ARTICLE = re.compile(r"( ?)(les?)(?= |$)")
_VOWEL = re.compile(r" ?[aeiouàâéèêëîïôûùœæh]", re.I)
_WHOLE = re.compile(
    r" ?(?:h(?:anche|andicap|asard|aut|ernie|éros|eurt|onte|ors|uit|urle)|on[cz]|oui\b)", re.I
)
"""Words before which nothing is shortened."""
_SEVERAL_DAYS = re.compile(r" ?(?:1er|\d\d?)(?:, (?:1er|\d\d?))* et (?:1er|\d\d?) ")
"""Days of one month, before which "le" is said for all of them."""


def _contract(left: str, right: str) -> str:
    """The two pieces together, as they are said where one is a gap and the other is not."""
    before = _BEFORE.search(left)
    if before is None or len(before[2]) + right.startswith(" ") != 1:
        return left + right
    word, start = before[1], left[: before.start()]
    if word.lower() == "le" and _SEVERAL_DAYS.match(right):
        return f"{start}{word}s{before[2]}{right}"
    article = _ARTICLE.match(right)
    short = _SHORT.get((word.lower(), article[2])) if article else None
    if article and short:
        return f"{start}{_as_large(word, short)}{right[article.end() :]}"
    vowel = _VOWEL.match(right)
    shortens = vowel and word.lower() != "à" and not _WHOLE.match(right)
    if word.lower() == "si":
        shortens = re.match(r" ?ils?\b", right)
    return f"{start}{word[:-1]}’{right.lstrip(' ')}" if shortens else left + right


def _as_large(word: str, short: str) -> str:
    """The short form with a capital where the word had one."""
    return short.capitalize() if word[0].isupper() else short


class Words(en.Words):
    """Everything that the engine says in French."""

    language: str = "fr"
    languages: Mapping[str, str] = MappingProxyType({"en": "anglais", "fr": "français"})
    commands = CommandWords()
    screens = ScreenWords()
    lines = LineWords()
    lines_for_two = LineWordsForTwo()
    web = WebWords()
    web_for_two = WebWordsForTwo()
    counsel = CounselWords()
    records = RecordsWords()
    serve = ServeWords()
    paper = PAPER
    formats: Mapping[str, str] = MappingProxyType(
        {
            "pdf-a4": "À imprimer, sur papier A4 (PDF)",
            "pdf-letter": "À imprimer, sur papier Lettre : États-Unis et Canada (PDF)",
            "facts-a4": "Le livret des faits, à imprimer sur papier A4 (PDF)",
            "facts-letter": "Le livret des faits, à imprimer sur papier Lettre (PDF)",
            "html": "À lire dans un navigateur (HTML)",
            "txt": "En texte simple",
        }
    )
    faults = FAULTS
    fault_details = FAULT_DETAILS
    the_records: str = "le registre"
    reasons_not_saved = NOT_SAVED
    reasons_unusable = UNUSABLE_FONTS
    unusable_font: str = (
        "{file} : {why}. {do_this} nommez un autre fichier de police, ou n’utilisez pas --font."
    )
    export_faults = EXPORT_FAULTS
    export_mends = EXPORT_MENDS
    export_anew: str = "Exportez les réponses de nouveau."
    answers_faults = ANSWERS_FAULTS
    place_of_question: str = "question {name}"
    would_lack: str = "le papier n’a pas été fait : il y manquerait {what!r}"
    do_this: str = "À faire :"
    if_lost: str = (
        "Personne ne peut ouvrir ces réponses sans la phrase secrète : ni vous, ni nous, ni le "
        "centre de soins. Il n’y a aucun moyen de retrouver une phrase perdue. "
        "Notez-la et gardez-la en lieu sûr."
    )
    refusals: Mapping[str, str] = MappingProxyType(
        {
            "pick_one": "Choisissez une réponse, s’il vous plaît.",
            "pick_some": "Choisissez au moins une réponse, s’il vous plaît.",
            "unknown_choice": "Ce n’est pas l’une des réponses.",
            "too_many": "N’en choisissez pas plus de {most}, s’il vous plaît.",
            "not_together": "Cochez seulement « {choice} », s’il vous plaît, ou pas du tout.",
            "not_a_number": "Écrivez un nombre entier de {least} à {most}, s’il vous plaît.",
            "not_a_decimal": "Écrivez un nombre de {least} à {most}, s’il vous plaît.",
            "unclear_number": (
                "Écrivez-le avec une virgule et sans point, comme 1,5, s’il vous plaît."
            ),
            "too_fine": (
                "Arrondissez, s’il vous plaît, à ce nombre de chiffres après la virgule : "
                "{decimals}."
            ),
            "out_of_range": "Écrivez un nombre de {least} à {most}, s’il vous plaît.",
            "not_a_day": (
                "Nous ne trouvons pas cette date dans le calendrier : écrivez-la comme {example}, "
                "s’il vous plaît."
            ),
            "which_month": (
                "Nous ne sommes pas sûrs du mois : écrivez-le en toutes lettres, comme {example}, "
                "s’il vous plaît."
            ),
            "short_year": (
                "Nous ne sommes pas sûrs de l’année : écrivez-la avec quatre chiffres, comme "
                "{example}, s’il vous plaît."
            ),
            "day_missing": (
                "Il manque le jour : écrivez-le aussi, comme {example}, s’il vous plaît."
            ),
            "year_missing": (
                "Il manque l’année : écrivez-la aussi, comme {example}, s’il vous plaît."
            ),
            "no_day": ("Écrivez le jour, le mois et l’année, comme {example}, s’il vous plaît."),
            "day_out_of_range": "Écrivez une date du {least} au {most}, s’il vous plaît.",
            "empty": "Rien n’est encore écrit.",
            "only_read": "Il n’y a rien à répondre ici.",
            "not_an_answer": "Ce n’est pas une réponse qu’une question accepte.",
            "unknown_question": "Cette question n’existe pas.",
        }
    )
    expectations: Mapping[str, str] = MappingProxyType(
        {
            "whole": "Un nombre entier de {least} à {most}.",
            "whole_in": "Un nombre entier de {least} à {most} ({unit}).",
            "number": "Un nombre de {least} à {most}.",
            "number_in": "Un nombre de {least} à {most} ({unit}).",
            "scale": "{least} veut dire : {least_means}. {most} veut dire : {most_means}.",
            "day": "Une date du {least} au {most}.",
        }
    )
    for_example: str = "Par exemple {example}."
    point: Literal[".", ","] = ","
    day_first: Literal["always", "unclear"] = "always"
    standings: Mapping[str, str] = MappingProxyType(
        {
            "current": "",
            "due": (
                "Ce guide devait être revu avant le {next_review}. Il y a peut-être des études "
                "plus récentes. Demandez à ceux qui vous soignent."
            ),
            "expired": (
                "Ce guide n’est plus à jour. Il était valable jusqu’au {expires}. Demandez à ceux "
                "qui vous soignent quelque chose de plus récent."
            ),
            "unpublished": (
                "L’horloge de cet ordinateur semble fausse. Elle indique le {today}, et ce guide a "
                "été publié le {published}. Personne ne peut donc dire si le guide est à jour."
            ),
            "withdrawn": (
                "Ce guide n’est plus à jour. Il a été retiré le {withdrawn} : {because} Demandez "
                "à ceux qui vous soignent quelque chose de plus récent."
            ),
        }
    )
    out_of_date: str = "plus à jour"
    report_to: str = "dites-le à la personne qui vous a donné ceci"
    preview = PreviewWords()
    translation = TranslationWords()
    fewer_than_one: str = "moins de 1"
    more_than: str = "plus de {count}"
    months: tuple[str, ...] = (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
        "septembre", "octobre", "novembre", "décembre",
    )  # fmt: skip
    quotes: tuple[str, str] = ("« ", " »")
    colon: str = " :"
    semicolon: str = " ; "

    def joined(self, pieces: Sequence[str]) -> str:
        """The pieces with the short forms that French has where a gap begins or ends."""
        said = pieces[0]
        for piece in pieces[1:]:
            said = _contract(said, piece)
        return said

    def not_saved(self, error: en.NotSaved) -> str:
        """Which file could not be written, and why."""
        return f"{error.path} : {self.reasons_not_saved[error.kind]}"

    def listed(self, said: Sequence[str]) -> str:
        """Several as one phrase: "a, b et c"; a comma too where one of them is a list itself."""
        if len(said) < 2:
            return "".join(said)
        *before, last = said
        comma = "," if any(re.search(r",| et | ou ", one) for one in said) else ""
        return f"{', '.join(before)}{comma} et {last}"

    def options_alike(self, names: Sequence[str]) -> str:
        """Options of which the same is said: "Le train et le bus"."""
        first, *rest = names
        inside = (
            re.sub(r"^(?:Une?|Les?|La|L’|Des)(?=\s|\b)", lambda found: found[0].lower(), one)
            for one in rest
        )
        return self.listed([first, *inside])

    def day(self, on: date) -> str:
        """The day as `1er novembre 2026`."""
        return f"{self._day_of_month(on)} {self.months[on.month - 1]} {on.year}"

    def days(self, every: Sequence[date]) -> str:
        """The days as `20 et 27 novembre 2026`; only after the first month its article stands."""
        first, *rest = self._months_of(every)
        return self.listed([first, *(_contract("le ", days) for days in rest)])

    def _days_of_month(self, days: Sequence[date]) -> str:
        before = [self._day_of_month(one) for one in days[:-1]]
        return self.listed([*before, self.day(days[-1])])

    def _day_of_month(self, on: date) -> str:
        return "1er" if on.day == 1 else str(on.day)

    def moment(self, when: datetime) -> str:
        """The day and time as `20 novembre 2026 à 14 h 05`."""
        return f"{self.day(when.date())} à {when:%H} h {when:%M}"

    def number(self, count: int) -> str:
        """The number as `18 201`, never parted at the end of a line."""
        return super().number(count).replace(",", "\u00a0")

    def decimal(self, value: float) -> str:
        """The number as `3,0`."""
        return super().decimal(value).replace(".", ",")
