#include "readers/csv/parted_amounts.hpp"

#include <algorithm>
#include <string_view>

namespace jixiao {
namespace {

bool is_all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

/// 1 to 3 digits, a minus before them or none.
bool begins_amount(CsvField const& field) {
  auto text = field.text;
  if (text.starts_with('-'))
    text.remove_prefix(1);
  return !field.is_quoted && !text.empty() && text.size() <= 3 && is_all_digits(text) && text.front() != '0';
}

/// 3 digits, and decimals or none.
bool goes_on(CsvField const& field) {
  auto const text = field.text;
  bool const has_decimals = text.size() > 4 && text[3] == '.' && is_all_digits(text.substr(4));
  return !field.is_quoted && text.size() >= 3 && is_all_digits(text.substr(0, 3)) && (text.size() == 3 || has_decimals);
}

bool is_behind(CsvField const& field, CsvField const& before) {
  return field.begin == before.begin + before.text.size() + 1;
}

/// The fields with `next` put on the last of them.
void put_on(CsvField& last, CsvField const& next) {
  last.text = {last.text.data(), last.text.size() + 1 + next.text.size()};
  last.ends_record = next.ends_record;
  last.is_joined = true;
}

} // namespace

void join_parted_amounts(std::vector<CsvField>& fields, std::size_t width) {
  if (width == 0 || fields.size() <= width)
    return;
  std::vector<CsvField> joined;
  bool may_go_on = false;
  for (auto const& field : fields) {
    if (may_go_on && goes_on(field) && is_behind(field, joined.back())) {
      put_on(joined.back(), field);
      may_go_on = field.text.size() == 3;
      continue;
    }
    may_go_on = begins_amount(field);
    joined.push_back(field);
  }
  if (joined.size() == width)
    fields = std::move(joined);
}

} // namespace jixiao
