/** Signing in with a provider elsewhere, by OpenID Connect. */
@NullMarked
package org.talenthub.accounts.federated;

import org.jspecify.annotations.NullMarked;
