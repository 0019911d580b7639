#pragma once

#include "outputs/sqlite_connection.hpp"

#include <jixiao/outputs.hpp>

namespace jixiao {

/// Which documents of a database this run has found; kept in a temporary table, so that there may be any number.
class SeenDocuments {
public:
  explicit SeenDocuments(Connection& connection);

  void add(std::int64_t document);

  /// What stands below a root and was not seen has vanished, unless it stands below what could not be read; what was
  /// seen has not.
  void mark_vanished(Reach const& reach);

private:
  Connection& connection_;
  Statement add_;
};

} // namespace jixiao
