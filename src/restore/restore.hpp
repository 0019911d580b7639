#pragma once

#include "forms/form_grammar.hpp"
#include "forms/page.hpp"
#include "grid/reading.hpp"
#include "model/taxonomy.hpp"
#include "model/cues.hpp"

#include <vector>

/// Restores tables that were scraped off a page by their rules: cells that span columns were cut at each column's edge,
/// halving or doubling the character there; merged cells print their label in the middle, over several rows or the edge
/// of a page; lines of a row stand as rows of their own, some twice and garbled.
namespace jixiao {

struct RestoreContext {
  Lexicon const& lexicon;
  std::vector<FormGrammar> const& forms;
  Taxonomy const& taxonomy;
  CueFinder const& cues;
};

/// Rewrites the reading, whose page this is, where labels of a form are cut and most of them damaged, or texts are
/// garbled, and says that it did; any other reading stays as it is. What is put together from pieces or read as
/// something else than it is printed carries a Cell::doubt.
bool restore_scraped_tables(Reading& reading, Page const& page, RestoreContext const& context);

} // namespace jixiao
