#pragma once

#include <jixiao/diagnostic.hpp>

#include <span>

namespace jixiao {

/// Sets how sure each repair among the findings of a document is. A repair that labels and taxonomy alone decide is
/// certain, unless another finding says that the group of its indicator is doubtful: then it is as sure as that.
void rate_repairs(std::span<Diagnostic> findings);

} // namespace jixiao
