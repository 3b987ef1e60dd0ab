"""Fills `{name}` in a source from words.txt, by a generator seeded by the document's name: the same source gives the same page."""
import random
import re
from pathlib import Path

NARROW = "\u202f"


def read(path):
    lists, name = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            lists[name] = []
        elif line:
            lists[name].append(line)
    return lists


LISTS = read(Path(__file__).with_name("words.txt"))


def money(value, decimals=0, space=" "):
    return f"{value:,.{decimals}f}".replace(",", space).replace(".", ",")


class Pool:
    """No word of a list comes twice before all have come once; sums are those of the figures given since they were last told."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.left = {}
        self.count = 0
        self.sums = {}

    def fill(self, text):
        return re.sub(r"\{(\w+)(?::([^}]*))?\}", lambda found: self.one(found[1], found[2] or ""), text)

    def one(self, name, detail):
        maker = getattr(self, "make_" + name, None)
        if maker:
            return maker(detail)
        if not self.left.get(name):
            self.left[name] = self.chance.sample(LISTS[name], len(LISTS[name]))
        return self.fill(self.left[name].pop())

    def make_n(self, detail):
        self.count = int(detail) if detail else self.count + 1
        return str(self.count)

    def make_amount(self, detail):
        """`{amount:key,low,high,decimals}`: kept under the key for {sum} and {all}."""
        given = detail.split(",") if detail else []
        key, low, high, decimals = given + ["a", "500", "20000", "0"][len(given):]
        value = self.chance.randrange(int(low), int(high), 50)
        if int(decimals):
            value += self.chance.randrange(0, 100) / 100
        for total in ("sum", "all"):
            self.sums[total, key] = self.sums.get((total, key), 0) + value
        return money(value, int(decimals))

    def make_sum(self, detail):
        key, _, decimals = (detail or "a").partition(",")
        return money(self.sums.pop(("sum", key), 0), int(decimals or 0))

    def make_all(self, detail):
        key, _, decimals = (detail or "a").partition(",")
        return money(self.sums.get(("all", key), 0), int(decimals or 0))

    def make_number(self, detail):
        low, high = (detail or "2,90").split(",")
        return money(self.chance.randrange(int(low), int(high)))

    def make_share(self, detail):
        return f"{self.chance.randrange(20, 970) / 10:.1f}".replace(".", ",") + " %"

    def make_or(self, detail):
        """One of several, parted by `;`: how cells come to be empty or « - »."""
        return self.fill(self.chance.choice(detail.split(";")).replace("<", "{").replace(">", "}").replace("@", ":"))

    def make_date(self, detail):
        return f"{self.chance.randrange(1, 29):02}/{self.chance.randrange(1, 13):02}/{detail or 2025}"
