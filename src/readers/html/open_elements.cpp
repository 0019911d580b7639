#include "readers/html/open_elements.hpp"

#include "readers/html/tags.hpp"

#include <algorithm>

namespace jixiao {
namespace {

TagSet const cells = {GUMBO_TAG_TD, GUMBO_TAG_TH};
TagSet const row_groups = {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_TABLE};
TagSet const rows = {GUMBO_TAG_TR, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_TABLE};
TagSet const parts_of_tables = {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_COLGROUP,
                                GUMBO_TAG_CAPTION};
TagSet const scope_ends = {GUMBO_TAG_HTML, GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION};
TagSet const item_scope_ends = {GUMBO_TAG_HTML, GUMBO_TAG_TABLE,   GUMBO_TAG_TD, GUMBO_TAG_TH,
                                GUMBO_TAG_OL,   GUMBO_TAG_CAPTION, GUMBO_TAG_UL};
TagSet const definitions = {GUMBO_TAG_DD, GUMBO_TAG_DT};
TagSet const passed_by_items = {GUMBO_TAG_ADDRESS, GUMBO_TAG_DIV, GUMBO_TAG_P};
TagSet const others_special = {GUMBO_TAG_BODY,   GUMBO_TAG_HEAD,     GUMBO_TAG_HTML,  GUMBO_TAG_NOSCRIPT,
                               GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_TITLE, GUMBO_TAG_TEXTAREA,
                               GUMBO_TAG_XMP,    GUMBO_TAG_COLGROUP, GUMBO_TAG_LI,    GUMBO_TAG_P,
                               GUMBO_TAG_IFRAME, GUMBO_TAG_CAPTION,  GUMBO_TAG_DD,    GUMBO_TAG_DT};

/// Elements that an end tag of another, unknown one does not close.
bool is_special(GumboTag tag) {
  return block_tags.has(tag) || heading_tags.has(tag) || rows.has(tag) || cells.has(tag) || others_special.has(tag);
}

bool ends_paragraph(GumboTag tag) {
  return block_tags.has(tag) || heading_tags.has(tag) || definitions.has(tag) || tag == GUMBO_TAG_P ||
         tag == GUMBO_TAG_LI || tag == GUMBO_TAG_HR || tag == GUMBO_TAG_XMP;
}

} // namespace

/// Closes the nearest element that `is` one and all in it, unless one that `stops` the search stands in between.
template <class Is, class Stops> void OpenElements::close(Is const& is, Stops const& stops) {
  for (auto i = open_.size(); i-- > 0;) {
    if (is(open_[i]))
      return open_.resize(i);
    if (stops(open_[i]))
      return;
  }
}

/// Closes all that stands in the nearest element that `is` one.
template <class Is> void OpenElements::clear_back_to(Is const& is) {
  auto const found = std::find_if(open_.rbegin(), open_.rend(), is);
  if (found != open_.rend())
    open_.erase(found.base(), open_.end());
}

bool OpenElements::in_table() const { return std::ranges::find(open_, GUMBO_TAG_TABLE) != open_.end(); }

/// A table right inside a table, not in a cell of it, ends the outer one.
void OpenElements::start_table() {
  close([](GumboTag other) { return other == GUMBO_TAG_TABLE; },
        [](GumboTag tag) { return cells.has(tag) || tag == GUMBO_TAG_CAPTION; });
}

bool OpenElements::before_start(GumboTag tag) {
  auto const items_stop = [](GumboTag other) { return is_special(other) && !passed_by_items.has(other); };
  if (cells.has(tag) || tag == GUMBO_TAG_TR || parts_of_tables.has(tag) || tag == GUMBO_TAG_COL) {
    if (!in_table())
      return false;
    auto const& back_to = cells.has(tag) ? rows : row_groups;
    bool const in_row = cells.has(tag) || tag == GUMBO_TAG_TR;
    clear_back_to([&](GumboTag other) { return in_row ? back_to.has(other) : other == GUMBO_TAG_TABLE; });
    return tag != GUMBO_TAG_COL;
  }
  if (tag == GUMBO_TAG_TABLE)
    start_table();
  if (tag == GUMBO_TAG_LI)
    close([](GumboTag other) { return other == GUMBO_TAG_LI; }, items_stop);
  if (definitions.has(tag))
    close([](GumboTag other) { return definitions.has(other); }, items_stop);
  if (ends_paragraph(tag))
    close([](GumboTag other) { return other == GUMBO_TAG_P; }, [](GumboTag other) { return scope_ends.has(other); });
  auto const on_top = open_.empty() ? GUMBO_TAG_LAST : open_.back();
  if ((heading_tags.has(tag) && heading_tags.has(on_top)) || (tag == GUMBO_TAG_OPTION && on_top == GUMBO_TAG_OPTION))
    open_.pop_back();
  return !void_tags.has(tag);
}

void OpenElements::end(GumboTag tag) {
  auto const is_same = [&](GumboTag other) { return other == tag; };
  auto const in_scope = [](GumboTag other) { return scope_ends.has(other); };
  if (cells.has(tag) || rows.has(tag) || parts_of_tables.has(tag))
    close(is_same, [](GumboTag other) { return other == GUMBO_TAG_TABLE; });
  else if (heading_tags.has(tag))
    close([](GumboTag other) { return heading_tags.has(other); }, in_scope);
  else if (tag == GUMBO_TAG_LI)
    close(is_same, [](GumboTag other) { return item_scope_ends.has(other); });
  else if (ends_paragraph(tag))
    close(is_same, in_scope);
  else
    close(is_same, is_special);
}

} // namespace jixiao
