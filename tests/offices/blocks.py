"""Parts that many forms have and others do not: budgets with points, part of a year, goals of several years, other fields."""

from cell import Cell
import words


class Blocks:
    """Of a maker of forms (form.py)."""

    def other_pairs(self):
        """Labels of other fields, two a row; their texts stand anywhere in the form."""
        pairs = self.random.sample(words.OTHERS, self.choice([0, 0, 1, 2, 4]))
        pairs = [(label, self.choice(texts)) for label, texts in pairs]
        for i in range(0, len(pairs), 2):
            beside = pairs[i:i + 2]
            cells, left = [], self.result.width
            for k, (label, text) in enumerate(beside):
                width = left if k + 1 == len(beside) else self.result.width // 2
                cells += [Cell(label), Cell(text, width - 1)]
                left -= width
                self.says["anywhere/" + label] = text
            self.row(*cells)

    def tail(self):
        for label, text in self.random.sample(words.OPINIONS, self.choice([0, 0, 1, 2])):
            self.row(Cell(label), Cell(text, self.result.width - 1))
            self.says["anywhere/" + label] = text
        if self.random.random() < 0.3:
            self.row(Cell(self.choice(words.NOTES), self.result.width))

    def columns_of_grounds(self):
        return self.choice([[], [], [], ["basis"], ["source"], ["basis", "source"]])

    def measures_with_points(self, block, amounts):
        """Behind the amounts what they weigh, how much of them was spent, and what that scores."""
        names = [*self.choice(words.MEASURES), self.choice(words.POINTS), self.choice(words.RATE), "得分"]
        spans = self.spread(2 + len(names) - 1, max(self.result.width - 1, len(names) + 1), range(len(names) + 1))
        self.result.width = max(self.result.width, sum(spans) + 1)
        self.row(Cell(block, 1, 1 + len(amounts)), *map(Cell, ["", *names], spans))
        share = self.choice([0.9, 0.95, 1])
        for i, (item, label, number) in enumerate(amounts):
            spent = round(number * share, 2)
            rate = "%.2f%%" % (100 * share) if number else ""
            points = ["10", rate, "%g" % (10 * share)] if i == 0 else [self.dash, rate, self.dash]
            self.row(*map(Cell, [label, "%.2f" % number, "%.2f" % number, "%.2f" % spent, *points], spans))
            for measure, value in (("initial_budget", number), ("revised_budget", number), ("executed", spent)):
                self.say_amount(item, measure, value)
            if number:
                self.say_amount(item, "execution_rate", round(100 * share, 2))
        self.say_amount("total", "weight", 10)
        self.say_amount("total", "score", round(10 * share, 2))

    def measures_to_date(self, block, amounts):
        names = self.choice(words.MEASURES_TO_DATE)
        spans = self.spread(1 + len(names), self.result.width - 1, range(1 + len(names)))
        self.row(Cell(block, 1, 1 + len(amounts)), *map(Cell, ["", *names], spans))
        for item, label, number in amounts:
            spent = round(number * 0.6, 2)
            self.row(*map(Cell, [label, "%.2f" % number, "%.2f" % spent, "60.00%" if number else "", "%.2f" % number], spans))
            for measure, value in (("initial_budget", number), ("executed_to_date", spent), ("executed_expected", number)):
                self.say_amount(item, measure, value)
            if number:
                self.say_amount(item, "rate_to_date", 60)

    def goals_of_years(self):
        """What is to be reached in all years, and in this one, side by side or below each other."""
        (project, _), (annual, _) = self.random.sample(words.GOALS, 2)
        width = self.result.width
        above, below = self.choice(words.THREE_YEARS), self.choice(words.THIS_YEAR)
        if self.random.random() < 0.5:
            half = (width - 1) // 2
            self.row(Cell("总体目标", 1, 2), Cell(above, half), Cell(below, width - 1 - half))
            self.row(Cell(project, half), Cell(annual, width - 1 - half))
        else:
            self.row(Cell(above), Cell(project, width - 1))
            self.row(Cell(below), Cell(annual, width - 1))
        self.says.update({"goals/project": project, "goals/annual": annual})
