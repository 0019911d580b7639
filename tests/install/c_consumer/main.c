#include <jixiao/jixiao.h>

#include <string.h>

/* Uses what is installed: a conversion, and a look at what came of it. */
int main(void) {
  static char const form[] = "项目支出绩效目标表\n项目名称\t河道保洁\n年度目标\t保持水面清洁\n"
                             "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t保洁河道长度\t≥12公里\n";
  jixiao_document* document = NULL;
  jixiao_form got = {.size = sizeof got};
  int const converted = jixiao_convert("form.txt", form, sizeof form - 1, NULL, &document) == JIXIAO_OK &&
                        jixiao_get_form(document, 0, &got) == JIXIAO_OK &&
                        strcmp(got.project_name.bytes, "河道保洁") == 0;
  jixiao_document_free(document);
  return converted ? 0 : 1;
}
