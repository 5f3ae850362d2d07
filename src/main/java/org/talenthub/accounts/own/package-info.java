/** What everybody does with his own account. */
@NullMarked
package org.talenthub.accounts.own;

import org.jspecify.annotations.NullMarked;
