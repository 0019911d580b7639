#include "recognition/pieces/garbled.hpp"

#include <doctest/doctest.h>

using jixiao::recognition::is_garbled;

TEST_CASE("text in good order is not called garbled") {
  CHECK_FALSE(is_garbled("完成行道树修剪和补植任务，保障主干道路绿化完好，为市民提供整洁舒适的出行环境。"));
  CHECK_FALSE(is_garbled("按照年度计划组织志愿者培训十二期，参训人数不少于六百人，培训合格率达到百分之九十五以上。"));
  CHECK_FALSE(is_garbled("一是加强设备维护；二是做好应急保障；三是按时支付各项费用，确保办公楼正常运转。"));
  CHECK_FALSE(is_garbled("购置热成像测温仪、移动式排涝泵、高空作业车等专用设备，并完成安装调试及操作人员培训。"));
}

TEST_CASE("lines of two columns run into each other are") {
  CHECK(is_garbled("完已行道成树修剪补年初植度任务保计障划主干的道路绿全化好部完内为容市"));
}

TEST_CASE("a phrase without end is") {
  CHECK(is_garbled("完成各项工作任务，完成各项工作任务，完成各项工作任务，完成各项工作任务，完成各项工作任务"));
}

TEST_CASE("short texts are never") {
  CHECK_FALSE(is_garbled(""));
  CHECK_FALSE(is_garbled("的的的的的的"));
  CHECK_FALSE(is_garbled("100.00%"));
}
