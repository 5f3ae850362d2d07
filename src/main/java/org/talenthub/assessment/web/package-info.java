/** The assessment by API and on the site. */
@NullMarked
package org.talenthub.assessment.web;

import org.jspecify.annotations.NullMarked;
