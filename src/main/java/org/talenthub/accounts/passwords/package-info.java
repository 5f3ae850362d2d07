/** What a password must be. */
@NullMarked
package org.talenthub.accounts.passwords;

import org.jspecify.annotations.NullMarked;
