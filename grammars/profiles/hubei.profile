# 湖北省 DB42/T 1601-2020, 鄂财绩发〔2020〕3号: the execution rate weighs 20, qualitative results earn 80–50–0.
profile hubei
extends national-2020
title "湖北省"
place "湖北"

execution weight 20
group "产出指标" required weight 40
group "效益指标" required weight 40
band met 80 to 100
band partly 50 to 80
band missed 0 to 50
