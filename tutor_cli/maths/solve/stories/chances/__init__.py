"""The chance of an event where all outcomes are equally likely: dice, coins, cards, numbers, things in a bag.

`spaces` reads what is thrown or drawn and which outcomes there are, `events` which of them are asked for; `drawing` is
about several things drawn at once; `reader` puts the problem together.
"""
