package org.talenthub.importing;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link ImportRunner} look for work and renew its leases by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ImportScheduling {}
