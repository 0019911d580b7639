"""Whole forms as an office might lay them out, with what they say: another one for each seed.

A form is a grid of cells with spans. What it says is a dictionary from paths of the document to values, in the words of
the document (docs of the contract: kind, fiscal_year, funds, goals, indicators).
"""

import random
from dataclasses import dataclass, field

import words
from blocks import Blocks
from cell import Cell


@dataclass
class Form:
    title: str
    lines: list = field(default_factory=list)  # between title and table
    width: int = 0
    rows: list = field(default_factory=list)  # of cells, without those that are covered
    says: dict = field(default_factory=dict)


class Maker(Blocks):
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.choice = self.random.choice

    def form(self):
        self.kind = self.choice(["self_evaluation", "self_evaluation", "declaration", "monitoring"])
        self.year = self.choice([2022, 2023, 2024])
        self.columns = self.columns_of_indicators()
        self.dash = self.choice(["", "—", "-"])
        self.has_side = self.random.random() < 0.75
        narrow = len(self.columns) + self.has_side
        self.result = Form(title=self.choice(words.TITLES[self.kind]), width=max(narrow, self.choice([7, 8, 9])))
        self.says = self.result.says
        self.spans = self.spread(len(self.columns), self.result.width - self.has_side, self.wide_columns())
        self.head()
        self.pairs()
        self.funds()
        self.goals()
        self.indicators()
        self.tail()
        return self.result

    def row(self, *cells):
        self.result.rows.append(list(cells))

    def spread(self, count, width, wide):
        """Widths of cells that come to a width; those that are wide take what is left."""
        spans = [1] * count
        for _ in range(width - count):
            spans[self.choice(wide)] += 1
        return spans

    # The head.

    def head(self):
        year, form = str(self.year), self.result
        self.unit_in_label = self.random.random() < 0.5
        where = self.choice(["年度", "年", "line"])
        if where == "line":
            form.lines.append(self.choice(["（%s年度）", "(%s年度)", "%s年度"]) % year)
        else:
            form.title = year + where + form.title
        if not self.unit_in_label:
            form.lines.append(self.choice(["金额单位：万元", "单位：万元"]))
        self.says.update({"kind": self.kind, "fiscal_year": self.year, "amount_unit": "万元"})

    def pairs(self):
        place, (office, unit) = self.choice(words.PLACES), self.choice(words.OFFICES)
        fields = [("project_name", self.choice(words.PROJECT), self.choice(words.PROJECTS)),
                  ("supervising_department/name", self.choice(words.DEPARTMENT), place + office),
                  ("implementing_unit/name", self.choice(words.UNIT), place + unit)]
        for path, _, value in fields:
            self.says[path] = value
        for several in self.choice([[[0], [1, 2]], [[0], [1], [2]], [[0, 2], [1]]]):
            cells, left = [], self.result.width
            for i, index in enumerate(several):
                width = left if i + 1 == len(several) else self.result.width // 2
                cells += [Cell(fields[index][1]), Cell(fields[index][2], width - 1)]
                left -= width
            self.row(*cells)
        self.other_pairs()

    # The amounts.

    def say_amount(self, item, measure, number):
        self.says["funds/year/%s/%s" % (item, measure)] = number

    def funds(self):
        total = self.random.randrange(80, 400) + 0.5
        other = self.choice([0, 12.5])
        amounts = [("total", self.choice(words.TOTAL), total), ("fiscal", self.choice(words.FISCAL), total - other),
                   ("other", self.choice(words.OTHER), other)]
        block = self.choice(words.FUND_BLOCK) + ("（万元）" if self.unit_in_label else "")
        if self.kind == "self_evaluation":
            self.choice([self.measures, self.measures_with_points])(block, amounts)
        elif self.kind == "monitoring":
            self.measures_to_date(block, amounts)
        else:
            self.choice([self.amounts_below, self.amounts_beside])(block, amounts)

    def measures(self, block, amounts):
        names = self.choice(words.MEASURES)
        spans = self.spread(2 + len(names), self.result.width - 1, range(2 + len(names)))
        heads = ["", *names, self.choice(words.RATE)]
        self.row(Cell(block, 1, 1 + len(amounts)), *map(Cell, heads, spans))
        share = self.choice([0.9, 0.95, 1])
        for item, label, number in amounts:
            spent = round(number * share, 2)
            printed = ["%.2f" % number, "%.2f" % number, "%.2f" % spent, "%.2f%%" % (100 * share) if number else ""]
            self.row(*map(Cell, [label, *printed], spans))
            for measure, value in (("initial_budget", number), ("revised_budget", number), ("executed", spent)):
                self.say_amount(item, measure, value)
            if number:
                self.say_amount(item, "execution_rate", round(100 * share, 2))

    def amounts_below(self, block, amounts):
        for i, (item, label, number) in enumerate(amounts):
            first = [Cell(block, 1, len(amounts))] if i == 0 else []
            self.row(*first, Cell(label, 2), Cell("%.2f" % number, self.result.width - 3))
            self.say_amount(item, "budget", number)

    def amounts_beside(self, block, amounts):
        cells, left = [Cell(block)], self.result.width - 1
        for i, (item, label, number) in enumerate(amounts):
            width = left if i == 2 else 2
            cells += [Cell(label), Cell("%.2f" % number, width - 1)]
            left -= width
            self.say_amount(item, "budget", number)
        self.row(*cells)

    # The goals.

    def goals(self):
        expected, actual = self.choice(words.GOALS)
        label, width = self.choice(words.GOAL), self.result.width
        if self.kind == "declaration" and self.random.random() < 0.3:
            return self.goals_of_years()
        if self.kind != "self_evaluation":
            self.row(Cell(self.choice(["年度总体目标", "年度绩效目标", "年度目标"])), Cell(expected, width - 1))
            self.says["goals/annual"] = expected
            return
        above, below = self.choice(words.GOAL_PAIR)
        if self.random.random() < 0.5:
            half = (width - 1) // 2
            self.row(Cell(label, 1, 2), Cell(above, half), Cell(below, width - 1 - half))
            self.row(Cell(expected, half), Cell(actual, width - 1 - half))
        else:
            self.row(Cell(label, 1, 2), Cell(above), Cell(expected, width - 2))
            self.row(Cell(below), Cell(actual, width - 2))
        self.says.update({"goals/expected": expected, "goals/actual": actual})

    # The indicators.

    def columns_of_indicators(self):
        target = self.choice([["target"]] * 4 + [["sign", "value", "unit"], ["value", "unit"], ["unit", "value"]])
        columns = ["level1", "level2", "level3"] + (["definition"] if self.random.random() < 0.15 else [])
        if self.kind == "declaration":
            columns += ["last"] if self.random.random() < 0.15 else []
            return columns + target + (["weight"] if self.random.random() < 0.4 else []) + self.columns_of_grounds()
        if self.kind == "monitoring":
            return columns + ["target", "to_date", "to_year_end"] + (["remark"] if self.random.random() < 0.75 else [])
        columns += self.choice([["weight", *target, "actual", "score"], [*target, "weight", "actual", "score"],
                                [*target, "actual", "weight", "score"]])
        columns += self.columns_of_grounds()
        return columns + (["remark"] if self.random.random() < 0.75 else [])

    def wide_columns(self):
        return [i for i, name in enumerate(self.columns) if name in ("level2", "level3", "target", "actual", "to_date", "to_year_end", "remark")]

    def header(self, rows):
        named = {"level1": words.LEVEL1, "level2": words.LEVEL2, "level3": words.NAME, "definition": words.DEFINITION,
                 "target": words.TARGET, "sign": words.SIGN, "value": words.VALUE, "unit": words.MEASURE_WORD,
                 "actual": words.ACTUAL, "weight": words.WEIGHT, "score": words.SCORE, "remark": words.REASON,
                 "last": words.LAST, "basis": words.BASIS, "source": words.SOURCE, "to_date": words.TO_DATE,
                 "to_year_end": words.TO_YEAR_END}
        parts = [i for i, name in enumerate(self.columns) if name in ("sign", "value", "unit")]
        over = bool(parts) and self.random.random() < 0.5
        upper, lower = [], []
        for i, (name, span) in enumerate(zip(self.columns, self.spans)):
            cell = Cell(self.choice(named[name]), span, 2 if over and i not in parts else 1)
            if over and i in parts:
                lower.append(cell)
                if i == parts[0]:
                    upper.append(Cell(self.choice(words.OVER_VALUES), sum(self.spans[p] for p in parts)))
            else:
                upper.append(cell)
        side = [Cell(self.choice(words.SIDE), 1, rows + 1 + over)] if self.has_side else []
        self.row(*side, *upper)
        if over:
            self.row(*lower)

    def indicators(self):
        chosen = [(level1, level2, *one) for level1, level2, several in words.INDICATORS
                  for one in self.random.sample(several, self.choice([0, 1, 1, min(2, len(several))]))]
        if len(chosen) < 3:
            chosen = [(level1, level2, *several[0]) for level1, level2, several in words.INDICATORS[:5]]
        self.header(len(chosen))
        merged = self.random.random() < 0.8
        self.sums = {"weight": 0, "score": 0}
        for i, one in enumerate(chosen):
            texts = self.texts_of(i, *one)
            cells = []
            for name, span in zip(self.columns, self.spans):
                depth = {"level1": 1, "level2": 2}.get(name) if merged else None
                if depth and i > 0 and chosen[i - 1][:depth] == one[:depth]:
                    continue
                below = next((n for n, other in enumerate(chosen[i:]) if depth and other[:depth] != one[:depth]), len(chosen) - i)
                cells.append(Cell(texts[name], span, below if depth else 1))
            self.row(*cells)
        if "score" in self.columns and self.random.random() < 0.6:
            self.total_row()

    def texts_of(self, index, level1, level2, name, sign, number, unit, result):
        score = 10 if self.random.random() < 0.7 else self.choice([9, 9.5, 8])
        texts = {"level1": level1, "level2": level2, "level3": name, "definition": "反映%s的情况" % name, "sign": sign or "定性",
                 "value": number, "unit": unit, "target": sign + number + unit, "actual": result + unit, "weight": "10",
                 "score": "%g" % score, "remark": self.choice(words.REASONS) if score < 10 else "",
                 "last": (result or "无") + unit, "basis": "达到%s得满分，每低1个百分点扣0.5分" % (sign + number + unit),
                 "source": self.choice(["业务台账", "验收报告", "问卷调查"]), "to_date": result + unit, "to_year_end": number + unit}
        path = "indicators/%d/" % index
        target = texts["target"] if "target" in self.columns or "sign" in self.columns else number + unit
        self.says[path + "target/text"] = target
        for field_name in ("level1", "level2", "level3", "definition", "remark"):
            if field_name in self.columns and texts[field_name]:
                self.says[path + field_name] = texts[field_name]
        for points, value in (("weight", 10), ("score", score)):
            if points in self.columns:
                self.says[path + points] = value
                self.sums[points] += value
        if "actual" in self.columns:
            self.says[path + "actual/text"] = texts["actual"]
        if "to_date" in self.columns:
            self.says[path + "results/0/value/text"] = texts["to_date"]
            self.says[path + "results/1/value/text"] = texts["to_year_end"]
        for column in ("last", "basis", "source"):
            if column in self.columns:
                self.says[path + "anywhere/" + column] = texts[column]
        return texts

    def total_row(self):
        first = self.columns.index("weight")
        cells = [Cell(self.choice(words.SUM), sum(self.spans[:first]) + self.has_side)]
        for name, span in zip(self.columns[first:], self.spans[first:]):
            cells.append(Cell("%g" % self.sums[name] if name in self.sums else "", span))
        self.row(*cells)
        self.says.update({"total_weight": self.sums["weight"], "total_score": self.sums["score"]})


def make_form(seed):
    return Maker(seed).form()
