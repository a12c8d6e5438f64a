"""Own speakers: chains, stances, aliases as read in our own gold, beside what is right."""

import re
from collections.abc import Sequence
from itertools import combinations

from eval.own_gold import AliasCase, ChainCase, GoldLink, StanceCase, Words
from eval.own_judgements import REPORT, Judgement, Point
from eval.texts import parse, read_text
from firsthand.model.attributions import Link
from firsthand.model.claims import Claim
from firsthand.model.spans import Part, covers, overlap
from firsthand.read.actors import find_actors, resolve_span
from firsthand.read.attributions import find_attributions
from firsthand.read.chains import find_chain, join_links


def judge_chain(case: ChainCase) -> Judgement:
    """Judge who is found to stand behind the words of a claim."""
    attributions = find_attributions(parse(case.text, None))
    links = join_links(find_chain(attributions, case.trigger.span))
    whole = len(links) == len(case.chain) and all(
        gold.role == link.role and names_speaker(gold, link, case)
        for gold, link in zip(case.chain, links, strict=True)
    )
    points = [Point("looks like a saying and is none", int(whole), 1)]
    if not case.trap:
        named = _count_in_order(case, links)
        ends = bool(links) and names_speaker(case.chain[-1], links[-1], case)
        points = [
            Point("chains whole", int(whole), 1),
            Point("speakers right", named, len(case.chain)),
            Point("first speakers right", int(ends), 1),
        ]
        if len(case.chain) > 1:
            points.append(Point("chains of two and more whole", int(whole), 1))
    return Judgement(
        set="chains",
        id=case.id,
        text=f"{case.text}  [{case.trigger.text}]",
        points=tuple(points),
        expected=" > ".join(f"{gold.role} {gold.text}" for gold in case.chain) or "the author",
        found=" > ".join(f"{link.role} {link.speaker}" for link in links) or "the author",
    )


def names_speaker(gold: GoldLink, link: Link, case: ChainCase) -> bool:
    """Tell whether a link names its speaker, and no other speaker or the claim with it.

    Titles and appositions may be there or not, but half of the words must, with the noun that
    everything else hangs on: "the ministry" alone is not "a spokesman for the ministry".
    """
    span = link.speaker_span
    if span is None or overlap(span, case.trigger.span):
        return False
    others = [other for other in case.chain if other is not gold]
    if any(_share(other, span) > 0.5 for other in others if not overlap(other.span, gold.span)):
        return False
    return any(_share(words, span) >= 0.5 and _has_head(words, span) for words in _names(gold))


def _names(gold: GoldLink) -> tuple[Words, ...]:
    return (gold, *gold.also)


def _share(words: Words, span: Part) -> float:
    shared = min(words.end, span[1]) - max(words.start, span[0])
    return max(shared, 0) / (words.end - words.start)


def _has_head(words: Words, span: Part) -> bool:
    head = re.split(r" (?:of|for|from|by|in|with|at) ", words.text)[0]
    last = head.split()[-1]
    start = words.start + len(head) - len(last)
    return covers((span,), (start, start + len(last)))


def _count_in_order(case: ChainCase, links: Sequence[Link]) -> int:
    """Count the speakers named, in the order of the chain, whatever role they got."""
    found, rest = 0, list(links)
    for gold in case.chain:
        position = next((i for i, link in enumerate(rest) if names_speaker(gold, link, case)), None)
        if position is not None:
            found += 1
            rest = rest[position + 1 :]
    return found


def judge_stance(case: StanceCase) -> Judgement:
    """Judge the stance of the claim that some words make in a read report."""
    claim = _find_claim(read_text(case.text).claims, case.words.span)
    points = [Point("stances right", int(claim is not None and claim.stance == case.stance), 1)]
    if claim is not None:
        points.append(Point("of claims made", int(claim.stance == case.stance), 1))
    return Judgement(
        set="stances",
        id=case.id,
        text=f"{case.text}  [{case.words.text}]",
        points=tuple(points),
        expected=case.stance,
        found="no claim" if claim is None else claim.stance,
    )


def _find_claim(claims: Sequence[Claim], span: Part) -> Claim | None:
    """Find the claim made by some words: the one of their act, else the shortest around them."""
    for claim in claims:
        if claim.act is not None and overlap((claim.act.start, claim.act.end), span):
            return claim
    around = [claim for claim in claims if covers(claim.parts, span)]
    return min(around, key=lambda claim: sum(b - a for a, b in claim.parts), default=None)


def judge_aliases(case: AliasCase) -> Judgement:
    """Judge which mentions are found to mean one actor, pair by pair."""
    cast = find_actors(parse(case.text, None), REPORT)
    names = [words for group in case.sets for words in group]
    groups = [index for index, group in enumerate(case.sets) for _ in group]
    mentions = [resolve_span(cast, *words.span) for words in names]
    actors = [None if mention is None else mention.actor for mention in mentions]
    pairs = list(combinations(range(len(names)), 2))
    gold = {pair for pair in pairs if groups[pair[0]] == groups[pair[1]]}
    found = {
        pair for pair in pairs if actors[pair[0]] is not None and actors[pair[0]] == actors[pair[1]]
    }
    points = [Point("pairs, F1", 2 * len(gold & found), len(gold) + len(found))]
    if case.trap is not None:
        points.append(Point("traps right", int(gold == found), 1))
    return Judgement(
        set="aliases",
        id=case.id,
        text=case.text,
        points=tuple(points),
        expected="; ".join(" = ".join(words.text for words in group) for group in case.sets),
        found=_show_groups(names, actors),
    )


def _show_groups(names: Sequence[Words], actors: Sequence[str | None]) -> str:
    groups = [
        " = ".join(words.text for words, other in zip(names, actors, strict=True) if other == actor)
        for actor in dict.fromkeys(actor for actor in actors if actor is not None)
    ]
    lost = [f"({words.text})" for words, actor in zip(names, actors, strict=True) if actor is None]
    return "; ".join([*groups, *lost])
