#pragma once

#include <string_view>

namespace jixiao::recognition {

/// True for a text whose characters stand in an order that nobody wrote: lines of two columns interleaved, characters
/// lost line by line, a phrase repeated without end. Judged by how few of its characters are in words (ICU's
/// dictionary), and by how often the same few characters come back. Short texts are never called garbled. Linear.
bool is_garbled(std::string_view text);

} // namespace jixiao::recognition
