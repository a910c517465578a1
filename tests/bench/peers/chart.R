# The figure of bench-peers, by base R: 2 series of 40 quarters, Chinese text.
# Usage: Rscript --vanilla chart.R FORMAT OUT N-CHARTS
#
# SPDX-License-Identifier: GPL-3.0-or-later
arguments <- commandArgs(trailingOnly = TRUE)
form <- arguments[1]
out <- arguments[2]
n.charts <- as.integer(arguments[3])
x <- 1:40
first <- 50000 + x * 700 + 4000 * sin(x * 1.3)
second <- 30000 + x * 500 + 3000 * cos(x * 0.9)
labels <- sprintf("%d年%d季度", 2014 + (x - 1) %/% 4, 1 + (x - 1) %% 4)
for (chart in seq_len(n.charts)) {
  file <- if (n.charts == 1) out else paste0(out, "-", chart)
  if (form == "pdf") {
    cairo_pdf(file, width = 1600 / 96, height = 900 / 96, family = "Noto Sans CJK SC")
  } else {
    png(file, width = 3200, height = 1800, res = 192, type = "cairo", family = "Noto Sans CJK SC")
  }
  plot(x, first, type = "o", pch = 20, col = "#1D4E89", ylim = range(first, second), xaxt = "n",
       main = sprintf("地区生产总值：第%d号图", chart), ylab = "亿元", xlab = "资料来源：国家统计局")
  lines(x, second, type = "o", pch = 20, col = "#D9580F")
  axis(1, at = x[seq(1, 40, 4)], labels = labels[seq(1, 40, 4)])
  grid(nx = NA, ny = NULL)
  legend("topleft", legend = c("第二产业增加值", "第三产业增加值"), col = c("#1D4E89", "#D9580F"), lty = 1)
  invisible(dev.off())
}
