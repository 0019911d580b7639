#pragma once

#include "outputs/sqlite_connection.hpp"

namespace jixiao {

/// Opens a database for writing. One that is missing, empty, or to be made `anew` is made with empty tables; then a
/// kill leaves the old one or the new one. One of an older version of the schema gets what it lacks. A file that is no
/// database of ours, or of a newer version, is not touched. Throws OutputError with the reason alone.
Connection open_database(std::string const& path, bool anew);

/// Makes the indexes that are not there yet: for many documents that is cheaper when they are stored.
void make_indexes(Connection& connection);

} // namespace jixiao
