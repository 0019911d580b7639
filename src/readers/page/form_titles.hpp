#pragma once

#include "readers/page/printed_page.hpp"
#include "readers/page/printed_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jixiao {

/// Titles of forms among the lines at the tops of pages. One that stands on every page is a running head but for where
/// a form begins: on the first of them, and where the first row begins as it does there and goes on otherwise.
class FormTitles {
public:
  FormTitles(std::vector<PrintedPage> const& pages, std::vector<std::vector<PageItem>> const& items);

  /// True for the line with the title of a form that begins on the page.
  bool begins_form(std::size_t page, std::size_t item) const { return titles_[page] == item; }

private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::vector<std::size_t> titles_; ///< by page
};

} // namespace jixiao
