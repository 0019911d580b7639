# 中央部门项目支出核心绩效目标和指标设置及取值指引 (财预〔2021〕101号): 成本指标 is a level 1; weights are the office's own.
profile national-2021
extends national-2020
title "全国（财预〔2021〕101号）"
years 2021..

group "成本指标" required weight 20
group "产出指标" required weight 40
group "效益指标" required weight 20
group "满意度指标" expected weight 10
