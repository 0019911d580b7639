#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// A number in a notation by the name that style sheets have for it: "upper-roman". In digits where it has none.
std::string html_numeral(long number, std::string_view style);

/// The lists open in a page, and the numbers they print.
class HtmlLists {
public:
  void open(GumboNode const& list, bool ordered);

  void close() { lists_.pop_back(); }

  /// What is printed before an item: "3.". Empty for one without a number.
  std::string number(GumboNode const& item);

private:
  struct List {
    bool ordered = false;
    char type = '1'; ///< as in <ol type>: 1 a A i I; '0': no number; 'c': Chinese
    long next = 1, step = 1;
  };
  std::vector<List> lists_;
};

} // namespace jixiao
