/** Tokens by which programs sign in for somebody. */
@NullMarked
package org.talenthub.accounts.tokens;

import org.jspecify.annotations.NullMarked;
