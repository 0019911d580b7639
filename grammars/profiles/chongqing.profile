# 重庆市: the tree of 2021; departments set the weight of the execution rate themselves, mostly 10.
profile chongqing
extends national-2021
title "重庆市"
place "重庆"

execution weight 10
group "成本指标" optional
group "产出指标" required
group "效益指标" required
group "满意度指标" optional
severity execution_weight_unusual note
