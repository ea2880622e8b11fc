"""What is said on paper, as an author laid it out: rules, blocks, and what stands around them."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from decision_aid.conditions import Condition
from decision_aid.content.fields import ContentPart, Data, Id, Says
from decision_aid.content.text import Cited, Passage

Side: TypeAlias = Literal[1, 2]
Style: TypeAlias = Literal["own_words", "act_first", "plain", "step"]


@dataclass(frozen=True, kw_only=True)
class Rule(ContentPart):
    """When this holds, add that to a list."""

    id: Annotated[str, Id("rule")]
    list: Annotated[str, Data()]
    """The list that it belongs to; a block prints it by `findings`."""
    when: Condition | None = None
    """When it is said; without it, always."""
    says: Annotated[Cited, Says("rule")]
    """The question to ask, or the step to take."""


@dataclass(frozen=True, kw_only=True)
class BlockPlan(ContentPart):
    """One block of the summary: its own condition, reading no other block."""

    id: Annotated[str, Id("block")]
    heading: Annotated[str, Says("heading")]
    """Its heading."""
    side: Side | None = None
    """The side of the sheet on which it stands; without it, in the booklet."""
    overleaf: Condition | None = None
    """Where this holds, it stands on side 2 instead of side 1, which is full there."""
    style: Style = "plain"
    """Own words are set largest, with lines to write on; what to act on first comes after them in a
    frame; a step stands after the recommendation."""
    staff: bool = False
    """Whether it stands on the staff's page too; where no block does, those of side 1 do."""
    record: bool = False
    """Whether the line for the record says it; where no block does, those of the staff's page."""
    when: Condition | None = None
    """Whom it is for; without it, everybody."""
    passages: Annotated[tuple[Passage, ...], Says("block")]
    """What it says."""


@dataclass(frozen=True, kw_only=True)
class SummaryPlan(ContentPart):
    """The summary as its author laid it out."""

    title: Annotated[str, Says("title")]
    """Whose summary it is."""
    lead: Annotated[tuple[Passage, ...], Says("block")] = ()
    """Under the title: whose summary this is and who filled it in."""
    staff_lead: Annotated[tuple[Passage, ...], Says("block", patient=False)] = ()
    """The situation in short, for the staff's page; without it, the lead of the summary."""
    urgent_first: Condition | None = None
    """When this holds, urgent help stands first on side 1, else on side 2; owed where a question is
    `urgent`."""
    noted: Annotated[tuple[Passage, ...], Says("block")] = ()
    """What leads side 1 in a frame where it is said: a warning sign that was just noted."""
    compare_when: Condition | None = None
    """For whom the options stand side by side on side 2 in short; without it, for everybody."""
    colophon: Annotated[tuple[Passage, ...], Says("imprint")] = ()
    """The last lines of side 2: who made it, and where to report an error."""
    blocks: tuple[BlockPlan, ...]
    """What it says, in the order of the file but for `style`."""
    fill_in: Annotated[tuple[str, ...], Says("heading", "nothing")]
    """Lines to fill in by hand."""
    passed_over: Annotated[str, Says("heading", "nothing")]
    """The heading over what was passed over."""
