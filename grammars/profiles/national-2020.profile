# 项目支出绩效评价管理办法 (财预〔2020〕10号): the tree of 2015, with 成本指标 as a level 2 of 产出指标.
profile national-2020
title "全国（财预〔2020〕10号）"
years ..2020

execution weight 10
execution from 90
group "产出指标" required weight 50
group "效益指标" required weight 30
group "满意度指标" expected weight 10
group "数量指标" expected
group "质量指标" expected
group "时效指标" expected

grade "优" from 90
grade "良" from 80
grade "中" from 60
grade "差" from 0

band met 80 to 100
band partly 60 to 80
band missed 0 to 60

tolerance strict 0.1
tolerance rounded 1
over_fulfilment 30
satisfaction from 80
indicators from 3 to 25

# Opinions: much of what is printed is of this kind, and few reviewers send it back; the template of a province that keeps
# the older tree is none of the office's doing.
severity cost_not_quantified off
severity cost_under_output off
