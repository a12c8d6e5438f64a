"""Own acts: acts and norms as read in our own gold, beside what is right."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from eval.own_gold import ActCase, GoldAct, GoldNorm, NormCase, Words
from eval.own_judgements import Judgement, Point
from eval.texts import parse
from firsthand.model.acts import Act, Participant
from firsthand.model.norms import Norm
from firsthand.model.spans import overlap
from firsthand.read.acts import find_acts
from firsthand.read.norms import find_norms


def judge_act(case: ActCase) -> Judgement:
    """Judge the acts found in a text."""
    found = find_acts(parse(case.text, None))
    points = [Point("no act where none is", int(not found), 1)]
    if case.acts:
        pairs = [(gold, _match_act(gold, found)) for gold in case.acts]
        points = _score_acts(pairs)
    return Judgement(
        set="acts",
        id=case.id,
        text=case.text,
        points=tuple(points),
        expected="; ".join(map(_show_gold_act, case.acts)) or "none",
        found="; ".join(map(_show_act, found)) or "none",
    )


def _score_acts(pairs: Sequence[tuple[GoldAct, Act | None]]) -> list[Point]:
    agents = [pair for pair in pairs if pair[0].agents is not UNSET]
    targets = [pair for pair in pairs if pair[0].targets is not UNSET]
    return [
        Point("acts with all fields right", sum(_is_same_act(*pair) for pair in pairs), len(pairs)),
        Point(
            "acts found with their type", sum(_is_same_type(*pair) for pair in pairs), len(pairs)
        ),
        Point("agents right", sum(_has_agents(*pair) for pair in agents), len(agents)),
        Point("targets right", sum(_has_targets(*pair) for pair in targets), len(targets)),
    ]


def _match_act(gold: GoldAct, found: Sequence[Act]) -> Act | None:
    """Find the act at the words of the gold one, best of a right type."""
    near = [act for act in found if overlap((act.start, act.end), gold.span)]
    return next((act for act in near if act.type in gold.types), near[0] if near else None)


def _is_same_act(gold: GoldAct, act: Act | None) -> bool:
    if act is None or not _is_same_type(gold, act) or gold.form not in (UNSET, act.form):
        return False
    return _has_agents(gold, act) and _has_targets(gold, act)


def _is_same_type(gold: GoldAct, act: Act | None) -> bool:
    return act is not None and act.type in gold.types


def _has_agents(gold: GoldAct, act: Act | None) -> bool:
    return act is not None and _are_same(gold.agents, act.agents)


def _has_targets(gold: GoldAct, act: Act | None) -> bool:
    return act is not None and _are_same(gold.targets, act.targets)


def _are_same(gold: tuple[Words, ...] | UnsetType, found: Sequence[Participant]) -> bool:
    """Tell whether each participant stands at the words of its own, and nobody else is there."""
    if gold is UNSET:
        return True
    if len(gold) != len(found):
        return False
    ordered = sorted(found, key=lambda person: person.start)
    words = sorted(gold, key=lambda item: item.start)
    return all(_share(item, person) >= 0.5 for item, person in zip(words, ordered, strict=True))


def _share(words: Words, person: Participant) -> float:
    """Return the shared characters, as a share of the longer of both wordings."""
    shared = min(words.end, person.end) - max(words.start, person.start)
    return shared / max(words.end - words.start, person.end - person.start)


def _show_gold_act(gold: GoldAct) -> str:
    form = "?" if gold.form is UNSET else gold.form
    agents, targets = (
        "?" if people is UNSET else _name(people) for people in (gold.agents, gold.targets)
    )
    return f"“{gold.text}” {'/'.join(gold.types)} {form} by [{agents}] to [{targets}]"


def _show_act(act: Act) -> str:
    words = f"“{act.pattern}” {act.type} {act.form}"
    return f"{words} by [{_name(act.agents)}] to [{_name(act.targets)}]"


def _name(people: Sequence[Words | Participant]) -> str:
    return ", ".join(person.text for person in people)


def judge_norms(case: NormCase) -> Judgement:
    """Judge the rules found in a text."""
    found = find_norms(parse(case.text, None))
    points = [Point("no norm where none is", int(not found), 1)]
    if case.norms:
        right = sum(_is_same_norm(gold, found) for gold in case.norms)
        named = sum(_is_named(gold, found) for gold in case.norms)
        points = [
            Point("norms with all fields right", right, len(case.norms)),
            Point("norms found with name and kind", named, len(case.norms)),
        ]
    return Judgement(
        set="norms",
        id=case.id,
        text=case.text,
        points=tuple(points),
        expected="; ".join(map(_show_norm, case.norms)) or "none",
        found="; ".join(map(_show_norm, found)) or "none",
    )


def _is_same_norm(gold: GoldNorm, found: Sequence[Norm]) -> bool:
    return any(gold.relation in (UNSET, norm.relation) for norm in _match_norms(gold, found))


def _is_named(gold: GoldNorm, found: Sequence[Norm]) -> bool:
    return bool(_match_norms(gold, found))


def _match_norms(gold: GoldNorm, found: Sequence[Norm]) -> list[Norm]:
    return [
        norm
        for norm in found
        if overlap((norm.start, norm.end), gold.span)
        and (norm.name, norm.kind) == (gold.name, gold.kind)
    ]


def _show_norm(norm: GoldNorm | Norm) -> str:
    relation = "?" if norm.relation is UNSET else norm.relation
    return f"“{norm.text}” {norm.name} {norm.kind} {relation}"
