package org.talenthub.talent.unmask;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UnmaskSettings.class)
class UnmaskConfiguration {}
