/** The first account of a new hub, handed over in a file that is read once. */
@NullMarked
package org.talenthub.accounts.first;

import org.jspecify.annotations.NullMarked;
