#pragma once

namespace jixiao::cli {

/// From now on Ctrl-C (SIGINT) and SIGTERM only ask to end; a second one ends the program at once.
void catch_interrupts();

/// The signal that asked to end; 0: none.
int interrupted();

/// Waits until there is something to read, or the end; false when interrupted before.
bool wait_for_input(int descriptor);

} // namespace jixiao::cli
