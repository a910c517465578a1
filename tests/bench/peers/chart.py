# The figure of bench-peers, by matplotlib: 2 series of 40 quarters, Chinese text.
# Usage: python3 chart.py FORMAT OUT N-CHARTS
#
# SPDX-License-Identifier: GPL-3.0-or-later
import math
import sys

import matplotlib

matplotlib.use("Agg")
matplotlib.rcParams["font.family"] = ["Noto Sans CJK JP"]
matplotlib.rcParams["pdf.fonttype"] = 42

import matplotlib.pyplot as plt

form, out, n_charts = sys.argv[1], sys.argv[2], int(sys.argv[3])
x = list(range(1, 41))
first = [50000 + i * 700 + 4000 * math.sin(i * 1.3) for i in x]
second = [30000 + i * 500 + 3000 * math.cos(i * 0.9) for i in x]
labels = [f"{2014 + (i - 1) // 4}年{1 + (i - 1) % 4}季度" for i in x]
for chart in range(1, n_charts + 1):
    figure, axes = plt.subplots(figsize=(1600 / 96, 900 / 96))
    axes.plot(x, first, marker="o", markersize=3, label="第二产业增加值")
    axes.plot(x, second, marker="o", markersize=3, label="第三产业增加值")
    axes.set_title(f"地区生产总值：第{chart}号图", fontsize=20)
    axes.set_ylabel("亿元")
    axes.set_xlabel("资料来源：国家统计局")
    axes.set_xticks(x[::4], labels[::4], rotation=45)
    axes.grid(axis="y")
    axes.legend(loc="upper left")
    figure.savefig(out if n_charts == 1 else f"{out}-{chart}", format=form, dpi=192)
    plt.close(figure)
