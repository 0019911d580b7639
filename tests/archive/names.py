"""Invented names: which characters and words of a document stand for each other, and what folders and files are called."""
import re

# Names are varied character by character, so that a name broken by a line end, a frame or a tag changes alike in all
# its places and keeps its width. Each line is permuted within itself. No character occurs in a label of a form, in a
# cue or in a taxonomy, so what a form says stays what it is.
CHARACTERS = (
    "青丹翠云松梅杏柳芦枣枫兰菊桂",  # first of a place name
    "石桥湾岭坪坞渡溪浦泉峰崖塘岗",  # second of a place name
    "河湖渠", "苗茶桑棉菌",
)
# Words of projects, wherever nothing breaks them; permuted within a line.
WORDS = (
    "巡查 养护 维护 修缮 加固 更新 清淤 检修 整修",
    "水务 林业 交通 教育 民政 气象 园林",
    "乡村 校园 公园 社区 城区",
    "管网 泵站 渡口 湿地 路灯",
)
FIRST, SECOND = CHARACTERS[:2]
OFFICES = ("水务局", "林业局", "教育局", "民政局", "交通运输局", "文化和旅游局", "农业农村局", "卫生健康局")
MATTERS = ("河道保洁", "渡口加固", "湿地管护", "校园饮水", "古树养护", "泵站检修", "路灯节能改造", "乡村图书室", "苗圃更新",
           "公厕改造", "防汛物资储备", "农机检验")
TITLES = ("绩效目标申报表", "绩效目标表", "绩效自评表", "预算绩效目标", "项目支出绩效")


def permutation(entries, random):
    return dict(zip(entries, random.sample(entries, len(entries))))


def character_table(random):
    """For str.translate."""
    return {ord(old): new for group in CHARACTERS for old, new in permutation(group, random).items()}


WORD = re.compile("|".join(word for group in WORDS for word in group.split()))


def word_replacer(random):
    """A function from a text to the same text with other words, none longer or shorter."""
    words = {old: new for group in WORDS for old, new in permutation(group.split(), random).items()}
    return lambda text: WORD.sub(lambda found: words[found[0]], text)


def folder_name(random):
    """A year, a district, an office."""
    return f"{random.randint(2021, 2026)}/{random.choice(FIRST)}{random.choice(SECOND)}{random.choice('区县市')}"


def file_name(number, endings, random):
    """`number` keeps the files of a folder apart. Two in a hundred lost their ending, as attachments do."""
    ending = "" if random.random() < 0.02 else endings[0] if random.random() < 0.75 else random.choice(endings)
    stem = random.choice((
        lambda: f"{random.choice(OFFICES)}{random.choice(MATTERS)}{random.choice(TITLES)}_{number:03}",
        lambda: f"附件{number}：{random.choice(MATTERS)}项目{random.choice(TITLES)}",
        lambda: f"{number:03} {random.choice(MATTERS)}({random.choice(TITLES)})",
        lambda: f"{number:03}{random.choice(OFFICES)}部门预算",
    ))()
    return stem + ending
