#include "forms/form_labels.hpp"

#include "text/clean.hpp"

namespace jixiao {

std::string label_key(std::string_view text) {
  std::string key;
  fold_label(text, key);
  return key;
}

} // namespace jixiao
