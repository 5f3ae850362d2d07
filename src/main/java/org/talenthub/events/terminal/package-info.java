/** Events at the information terminal. */
@NullMarked
package org.talenthub.events.terminal;

import org.jspecify.annotations.NullMarked;
