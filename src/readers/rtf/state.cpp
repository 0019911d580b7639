#include "readers/rtf/state.hpp"

namespace jixiao::rtf {

unsigned code_page_of_charset(std::int32_t charset) {
  switch (charset) {
  case 128:
    return 932;
  case 129:
    return 949;
  case 134:
    return 936;
  case 136:
    return 950;
  case 161:
    return 1253;
  case 162:
    return 1254;
  case 204:
    return 1251;
  case 238:
    return 1250;
  default:
    return 0;
  }
}

} // namespace jixiao::rtf
