/** The second factor: codes by time, and codes for recovery. */
@NullMarked
package org.talenthub.accounts.factors;

import org.jspecify.annotations.NullMarked;
