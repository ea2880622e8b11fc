"""Tells a sentence with a verb from one without, by a list of verbs to be read and added to."""

from __future__ import annotations

import re

HELPERS = (
    "am", "are", "be", "been", "being", "is", "was", "were", "can", "cannot", "could", "did",
    "do", "does", "done", "had", "has", "have", "having", "may", "might", "must", "shall",
    "should", "will", "would", "ought",
)  # fmt: skip

REGULAR = (
    "accept", "act", "add", "advise", "affect", "agree", "allow", "answer", "appear", "argue",
    "arrange", "ask", "avoid", "base", "believe", "belong", "call", "care", "carry", "cause",
    "challenge", "change", "check", "choose", "claim", "close", "collect", "compare",
    "complete", "confirm", "consider", "contact", "contain", "continue", "count", "cover",
    "cross", "cut", "damage", "decide", "depend", "describe", "die", "differ", "disagree",
    "discuss", "dissolve", "drain", "drop", "end", "enter", "exclude", "exist", "expect",
    "explain", "face", "fail", "faint", "fill", "fit", "follow", "gather", "happen", "harm",
    "hear", "help", "hold", "hope", "hurt", "include", "indicate", "insert", "intend", "invite",
    "involve", "join", "judge", "kill", "land", "last", "lead", "lean", "learn", "lie", "like",
    "list", "listen", "live", "look", "lower", "manage", "mark", "matter", "measure", "mend",
    "mention", "miss", "mix", "move", "name", "need", "narrow", "note", "notice", "offer",
    "open", "pass", "pay", "pick", "plan", "point", "pool", "predict", "prefer", "press",
    "prevent", "print", "promise", "protect", "prove", "publish", "raise", "reach", "react",
    "recommend", "reduce", "refuse", "regulate", "remain", "remember", "remove", "repeat",
    "reply", "report", "respond", "rest", "return", "save", "scan", "seem", "serve", "share",
    "show", "sign", "skip", "slow", "smoke", "sort", "start", "state", "stay", "stop",
    "stretch", "suggest", "support", "suppose", "talk", "test", "thank", "train", "travel",
    "treat", "trust", "try", "turn", "use", "visit", "wait", "walk", "want", "warn", "watch",
    "wish", "work", "worry",
)  # fmt: skip
"""Verbs whose forms follow the rule, and some whose base form is all that is needed."""

IRREGULAR = (
    "ate", "become", "becomes", "became", "begin", "begins", "began", "begun", "bled", "bleed",
    "bring", "brings", "brought", "build", "built", "burst", "bursts", "buy", "came", "chose",
    "chosen", "come", "comes", "draw", "draws", "drawn", "drew", "drive", "eat", "fall",
    "falls", "fell", "fallen", "feel", "feels", "felt", "find", "finds", "found", "gave", "get",
    "gets", "give", "gives", "given", "go", "goes", "gone", "got", "grow", "grows", "grew",
    "grown", "heard", "held", "keep", "keeps", "kept", "knew", "know", "knows", "known", "lay",
    "led", "leave", "leaves", "left", "let", "lets", "lose", "lost", "made", "make", "makes",
    "mean", "means", "meant", "meet", "meets", "met", "paid", "put", "puts", "ran", "read", "reads",
    "rise", "rises", "rose", "run", "runs", "said", "saw", "say", "says", "see", "sees", "seen",
    "sell", "send", "sends", "sent", "set", "sets", "sit", "sleep", "speak", "speaks", "spoke",
    "stand", "stands", "stood", "stuck", "take", "takes", "taken", "tell", "tells", "think",
    "thinks", "thought", "told", "took", "understand", "went", "wore", "write", "writes",
    "wrote", "written",
)  # fmt: skip


def _forms(verb: str) -> set[str]:
    """A regular verb as it stands with others: ask, asks, asked, asking."""
    stem = verb.removesuffix("e")
    if re.search(r"[^aeiou]y$", verb):
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    hissing = verb.endswith(("s", "sh", "ch", "x"))
    forms = {verb, f"{verb}{'es' if hissing else 's'}", f"{stem}ed", f"{stem}ing"}
    return forms | {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}


VERBS = frozenset({*HELPERS, *IRREGULAR, *(form for verb in REGULAR for form in _forms(verb))})
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SHORTENED = re.compile(r"(?:n[’']t|[’'](?:m|re|ve|ll|d))$")


def has_verb(sentence: str) -> bool:
    """Whether one of the words can be a verb."""
    words = _WORD.findall(sentence.lower())
    return any(word in VERBS or _SHORTENED.search(word) for word in words)
