/** What an engine's process is: its mark, its console, its port. */
@NullMarked
package org.talenthub.engines.process;

import org.jspecify.annotations.NullMarked;
