# The figure of bench-peers, by gnuplot: 2 series of 40 quarters, Chinese text.
# Usage: gnuplot -e "format='pdf'; out='FILE'; charts=1" chart.gp
#
# SPDX-License-Identifier: GPL-3.0-or-later
set encoding utf8
array first[40]
array second[40]
do for [i=1:40] {
  first[i] = 50000 + i * 700 + 4000 * sin(i * 1.3)
  second[i] = 30000 + i * 500 + 3000 * cos(i * 0.9)
}
label(i) = sprintf("%d年%d季度", 2014 + (i - 1) / 4, 1 + (i - 1) % 4)
do for [chart=1:charts] {
  if (format eq "pdf") {
    set terminal pdfcairo size 16.67in,9.375in font "Noto Sans CJK SC,12" noenhanced
  } else {
    set terminal pngcairo size 3200,1800 font "Noto Sans CJK SC,24" noenhanced
  }
  set output (charts == 1 ? out : sprintf("%s-%d", out, chart))
  set title sprintf("地区生产总值：第%d号图", chart) font ",20"
  set ylabel "亿元"
  set xlabel "资料来源：国家统计局"
  set key top left
  set grid ytics
  set xtics rotate by 45 right
  set xtics ()
  do for [i=1:40:4] { set xtics add (label(i) i) }
  plot [0:41] first using (column(1)):2 with linespoints lw 2 title "第二产业增加值", \
              second using (column(1)):2 with linespoints lw 2 title "第三产业增加值"
  set output
}
