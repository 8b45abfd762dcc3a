"""Chinese names: how they sort, how their surname is read, and the grams by which they are searched."""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from itertools import pairwise


def _table(pairs: str) -> dict[str, str]:
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# Read differently as a surname than as a word; pypinyin gives the word's reading.
_SURNAME_READINGS = _table("""
    单 shan  仇 qiu  区 ou  曾 zeng  查 zha  解 xie  朴 piao  任 ren  盖 ge  乐 yue  华 hua
    员 yun  贠 yun  缪 miao  繁 po  谌 chen  秘 bi  冼 xian  洗 xian  覃 qin  宓 mi  隗 wei
    种 chong  召 shao  祭 zhai  翟 zhai  逄 pang  句 gou  佴 nai  燕 yan  应 ying  晁 chao  卜 bu
    纪 ji  宁 ning  能 nai  盛 sheng  石 shi  訾 zi  尉 wei  相 xiang  幺 yao  么 yao  乜 nie
    瞿 qu  柏 bai  阚 kan  郗 xi  谷 gu  过 guo  宿 su  车 che  沈 shen  薄 bo  都 du  藏 zang
    臧 zang  费 fei  牟 mu  万 wan  仉 zhang  俞 yu  折 she  黑 he  撒 sa  哈 ha  那 na  郇 xun
    於 yu  长 chang  重 chong  难 ning  适 kuo  莘 shen  褚 chu  殷 yin  叶 ye  尹 yin  肖 xiao
    葛 ge  行 xing  覀 xi  戴 dai  贾 jia  广 guang  大 da  强 qiang  乘 sheng
""")
_DOUBLE_SURNAMES = _table("""
    欧阳 ouyang  司马 sima  上官 shangguan  诸葛 zhuge  夏侯 xiahou  皇甫 huangfu  尉迟 yuchi
    公孙 gongsun  慕容 murong  令狐 linghu  宇文 yuwen  长孙 zhangsun  司徒 situ  司空 sikong
    东方 dongfang  独孤 dugu  南宫 nangong  万俟 moqi  闻人 wenren  赫连 helian  澹台 tantai
    公冶 gongye  宗政 zongzheng  濮阳 puyang  淳于 chunyu  单于 chanyu  太叔 taishu  申屠 shentu
    仲孙 zhongsun  轩辕 xuanyuan  钟离 zhongli  鲜于 xianyu  闾丘 lvqiu  端木 duanmu  百里 baili
    东郭 dongguo  西门 ximen  呼延 huyan  拓跋 tuoba  完颜 wanyan  第五 diwu  纳兰 nalan
    漆雕 qidiao  乐正 yuezheng  公羊 gongyang  梁丘 liangqiu  左丘 zuoqiu  亓官 qiguan  宰父 zaifu
    谷梁 guliang  段干 duangan  微生 weisheng  叱干 chigan  达奚 daxi
""")


def is_chinese(text: str) -> bool:
    """Whether the text begins with a Chinese character."""
    return bool(text) and _is_han(text[0])


def surname(name: str) -> str:
    """The surname of a Chinese name, one character or two: 欧阳娜娜 → 欧阳."""
    text = _plain(name)
    return text[:2] if len(text) > 2 and text[:2] in _DOUBLE_SURNAMES else text[:1]


def pinyin_key(name: str) -> str:
    """The key by which names sort as people expect: 单小明 → ``shan xiao ming``.

    Syllables stand apart, so that fang an does not fall among the fan gan; what is not Chinese stays,
    in lower case.
    """
    text = _plain(name)
    if not text:
        return ""
    family = surname(text)
    if len(family) == 2:
        syllables = [_DOUBLE_SURNAMES[family]]
    elif len(text) > 1 or text in _SURNAME_READINGS:
        syllables = [_SURNAME_READINGS.get(family) or _syllable(family)]
    else:
        syllables = [_syllable(family)]
    latin = not _is_han(family)
    for letter in text[len(family) :]:
        if _is_han(letter):
            syllables.append(_syllable(letter))
            latin = False
        elif latin:
            syllables[-1] += letter
        else:
            syllables.append(letter)
            latin = True
    return " ".join(" ".join(syllables).split())


def grams(text: str) -> list[str]:
    """The single characters and neighbouring pairs of a text, lower-cased, each once and in order.

    A stored name holds a searched part exactly when it holds every gram of that part (and, for three
    characters and more, a LIKE on the text itself confirms the order).
    """
    found: dict[str, None] = {}
    for word in _plain(text).split():
        found.update(dict.fromkeys(word))
        found.update(dict.fromkeys([a + b for a, b in pairwise(word)]))
    return list(found)


def search_grams(text: str) -> list[str]:
    """The grams to look for: pairs where there are any (they are rarer), else the single character."""
    found: dict[str, None] = {}
    for word in _plain(text).split():
        pairs = [a + b for a, b in pairwise(word)]
        found.update(dict.fromkeys(pairs or [word]))
    return list(found)


def _plain(text: str) -> str:
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.strip().lower().replace("•", "·")


def _is_han(letter: str) -> bool:
    return "㐀" <= letter <= "鿿" or "𠀀" <= letter <= "𳑿" or letter == "〇"


@cache  # bounded by the number of Chinese characters
def _syllable(letter: str) -> str:
    # Loaded with the first name, not with every process; and without its phrases, for letters are read one by one.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    return pinyin(letter, style=Style.NORMAL, errors=lambda raw: raw)[0][0]
