#include "readers/pdf/module.hpp"

extern "C" {
[[gnu::visibility("default")]] extern jixiao::pdf::Module const jixiao_pdf_module;
jixiao::pdf::Module const jixiao_pdf_module{&jixiao::read_pdf, &jixiao::draw_pdf};
}
