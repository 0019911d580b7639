# 四川省 (form 510000_0013zp): the execution rate weighs 10, the indicators 90 in any split.
profile sichuan
extends national-2020
title "四川省"
place "四川"

execution weight 10
group "产出指标" required
group "效益指标" required
group "满意度指标" optional
