"""Forms of projects over years, with faults that only a comparison of documents finds.

usage: make_forms.py FOLDER PROJECTS     six forms a project: declaration and self-evaluation of three years
Every project has one fault, in turn, or none; FOLDER.faults says which: a line `CODE FOLDER NAME` a project.
"""
import os
import sys

YEARS = (2023, 2024, 2025)
THINGS = ("沟渠", "绿地", "路灯", "公厕", "桥梁", "泵站", "护栏", "井盖", "站牌", "步道", "围墙", "水塔")
WORKS = ("清理", "养护", "检修", "巡查", "更新", "维护", "粉刷", "加固", "清洗", "改造")
AREAS = ("东岭", "西河", "南塘", "北坡", "中湾", "上坪", "下渡", "新桥", "石门", "柳林", "枣园", "松岗")
FAULTS = ("", "V701", "V702", "V703", "V704", "V705", "V706", "V707", "V708", "V709", "V710", "V711", "V712", "V713", "V714", "V715")


def name_of(number):
    count = len(THINGS) * len(WORKS)
    thing, work, area = THINGS[number % len(THINGS)], WORKS[number // len(THINGS) % len(WORKS)], AREAS[number // count % len(AREAS)]
    suffix = "" if number < count * len(AREAS) else "%s片区" % AREAS[number // count // len(AREAS) % len(AREAS)]
    return "%s%s%s%s项目" % (area, suffix, thing, work), thing, work


def goal_of(number, year, name):
    """A text that no other project has."""
    words = [THINGS[(number * 7 + k * 5 + year) % 12] + WORKS[(number // 12 + k * 3 + year) % 10] + "%d处" % ((number * (2 * k + 3) + year * (k + 1)) % 991 + 9) for k in range(6)]
    return "%s：%s，全年按月检查并公开结果。" % (name, "，".join(words))


def rows_of(number, step):
    """Name, group, target, unit of each indicator."""
    _, thing, work = name_of(number)
    return [["%s%s长度" % (thing, work), "数量指标", 40 + number % 50 + step * 3, "公里"], ["%s巡查次数" % thing, "数量指标", 100 + number % 30 + step * 5, "次"],
            ["%s完好率" % thing, "质量指标", 95, "%"], ["周边居民满意度", "服务对象满意度指标", 90, "%"]]


def declaration(name, code, unit, year, budget, goal, rows):
    head = "财政项目支出绩效目标申报表\n(%d年度)\n项目名称\t%s\t项目编码\t%s\n" % (year, name, code)
    head += "主管部门\t%s\t实施单位\t%s\n计划开始日期\t%d-01-01\t计划完成日期\t%d-12-31\n" % (unit, unit, year, year)
    funds = "项目资金(元)\t项目资金总额\t%d.00\t年度资金申请总额\t%d.00\t\n\t其中：财政资金\t%d.00\t其中：当年财政拨款\t%d.00\t\n\t\t\t上年结转资金\t0.00\t\n\t其他资金\t0.00\t其他资金\t0.00\t\n" % ((budget,) * 4)
    goals = "项目绩效目标\t项目总目标\t\t年度总体目标\t\t\n\t\t\t%s\t\t\n\t一级指标\t二级指标\t三级指标\t年度(/项目)指标值\t\n" % goal
    return head + funds + goals + "".join(
        "%s\t%s\t%s\t%s\t≥%d(%s)\t\n" % ("绩效指标" if i == 0 else "", "满意度指标" if "满意" in row[1] else "产出指标", row[1], row[0], row[2], row[3]) for i, row in enumerate(rows))


def evaluation(name, code, unit, year, initial, executed, goal, rows, actuals):
    out = "%d年度项目支出绩效自评表\n项目名称\t%s\t\t\t\t\t\t\t\n主管部门\t%s\t\t\t实施单位\t%s\t\t\t\n" % (year, name, unit, unit)
    out += "项目资金（元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
    money = "%d.00\t%d.00\t%d.00" % (initial, initial, executed)
    rate = 100 * executed / initial
    out += "\t年度资金总额\t\t%s\t10\t%.2f%%\t%.2f\n\t其中：当年财政拨款\t\t%s\t—\t%.2f%%\t—\n\t上年结转资金\t\t0.00\t0.00\t0.00\t—\t\t—\n\t其他资金\t\t\t\t\t—\t\t—\n" % (money, rate, rate / 10, money, rate)
    out += "年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t\n\t%s\t\t\t\t%s\t\t\t\n" % (goal, "全部完成：" + goal)
    out += "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施\n"
    weights = [30, 30, 15, 15]
    for i, (row, actual) in enumerate(zip(rows, actuals)):
        weight = weights[min(i, 3)]
        score = weight if actual >= row[2] else weight * actual / row[2]
        out += "\t%s\t%s\t%s\t≥%d(%s)\t%d%s\t%d\t%.2f\t%s\n" % ("满意度指标" if "满意" in row[1] else "产出指标", row[1], row[0], row[2], row[3], actual, row[3], weight, score,
                                                             "" if actual >= row[2] else "雨期较长，下年提前施工。")
    return out + "总分\t\t\t\t\t\t100\t%.2f\t\n" % 95


def forms_of(number):
    """File name and text of each form of a project, and the code of its fault."""
    fault = FAULTS[number % len(FAULTS)]
    name, thing, _ = name_of(number)
    if fault == "V713" and len(name) > 10:  # the one before has hardly another name
        fault = ""
    unit = "石桥湾区%s管理所" % AREAS[number % 12]
    out = []
    for step, year in enumerate(YEARS):
        code = "9901012%dP%012d" % (year % 10, number - 1 if fault == "V713" and year == 2025 else number)
        budget = 400000 + 1000 * (number % 300) + 10000 * step
        goal, rows = goal_of(number, year, name), rows_of(number, 0 if fault == "V710" else step)
        if fault == "V701" and year == 2025:
            rows[1][2] = 60
        if fault == "V702" and year == 2025:
            goal = goal_of(number, 2024, name).replace("2024", "2025")
        if fault == "V703" and year == 2025:
            goal = goal_of(number - 3, 2025, name_of(number - 3)[0])
        if fault in ("V714", "V715") and year == 2025:
            del rows[0]
        out.append(("%d-declaration.txt" % year, declaration(name, code, unit, year, budget, goal, rows)))
        judged = [list(row) for row in rows]
        initial = budget + (50000 if fault == "V705" and year == 2024 else 0)
        executed = initial * (40 if fault == "V704" and year == 2024 else 96) // 100
        if fault == "V706" and year == 2024:
            del judged[1]
        if fault == "V707" and year == 2024:
            judged[1][0] = "%s现场巡查的次数" % thing
        if fault == "V708" and year == 2024:
            judged[1][2] -= 25
        if fault == "V709" and year == 2024:
            judged.insert(2, ["%s宣传册份数" % thing, "数量指标", 500, "份"])
        actuals = [row[2] + (1 if row[3] != "%" else 0) for row in judged]
        if fault == "V715" and year == 2024:
            actuals[0] = judged[0][2] - 9
        text = evaluation(name, code, unit, year, initial, executed, goal, judged, actuals)
        out.append(("%d-evaluation.txt" % year, text))
        if fault == "V711" and year == 2024:
            out.append(("%d-evaluation-again.txt" % year, text.replace("\n项目名称", "\n\n项目名称")))
        if fault == "V712" and year == 2024:
            other = [list(row) for row in rows]
            other[1][2] += 7
            out.append(("%d-declaration-other.txt" % year, declaration(name, code, unit, year, budget, goal, other)))
    return out, fault, name


def main():
    folder, projects = sys.argv[1], int(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    with open(folder.rstrip("/") + ".faults", "w", encoding="utf-8") as faults:
        for number in range(projects):
            forms, fault, name = forms_of(number)
            place = os.path.join(folder, "p%05d" % number)
            os.makedirs(place, exist_ok=True)
            for file, text in forms:
                with open(os.path.join(place, file), "w", encoding="utf-8") as out:
                    out.write(text)
            faults.write("%s\tp%05d\t%s\n" % (fault or "-", number, name))


if __name__ == "__main__":
    main()
