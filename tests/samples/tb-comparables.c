/* Every row of the notes on comparable and awkward figures of the Qingdao
 * pages, sections A, B and C, in their order.
 *
 * The numbers are those that the notes derive (35 %, 75.7 %, +4 points …);
 * where they derive none, the difference of the printed figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparables.h"

#include <math.h>

#define R(n) TB_RULE (n)
#define T(n) TB_RULE_T (n)
#define F(n) TB_RULE_F (n)

#define ACTUAL(id, period) { id, NULL, period, TB_KIND_ACTUAL, FALSE }
#define TARGET(id, period) { id, NULL, period, TB_KIND_TARGET, FALSE }
#define PLAN(id, period) { id, NULL, period, TB_KIND_PLAN, FALSE }
#define FORECAST(id, period) { id, NULL, period, TB_KIND_FORECAST, FALSE }
#define AGAIN(id, period, kind) { id, NULL, period, kind, TRUE }
#define ACTUAL_IN(id, place, period) { id, place, period, TB_KIND_ACTUAL, FALSE }

#define VALID(ask, a, b, codes, number, within) { ASK_##ask, a, b, TB_VERDICT_VALID, codes, number, within }
#define NOTE(ask, a, b, codes, number, within) { ASK_##ask, a, b, TB_VERDICT_NOTE, codes, number, within }
#define REFUSED(ask, a, b, codes) { ASK_##ask, a, b, TB_VERDICT_INVALID, codes, NAN, 0 }

const TbComparableRow tb_comparable_rows[] = {
  /* A. Same indicator, target or plan against actual. */
  { 'A', 1, "base-stations-5g-new", WORD_YES_AS_PROGRESS, {
    REFUSED (CHANGE, TARGET ("base-stations-5g-new", "2021"), ACTUAL ("base-stations-5g-new", "2021-S1"), R (16)),
    VALID (COMPLETION, TARGET ("base-stations-5g-new", "2021"), ACTUAL ("base-stations-5g-new", "2021-S1"),
           T (6), 35, 0),
  } },
  { 'A', 2, "smart-traffic-facilities-built", WORD_YES_AS_PROGRESS, {
    REFUSED (CHANGE, TARGET ("smart-traffic-facilities-built", "2021"),
             ACTUAL ("smart-traffic-facilities-built", "2021-S1"), R (16)),
    VALID (COMPLETION, TARGET ("smart-traffic-facilities-built", "2021"),
           ACTUAL ("smart-traffic-facilities-built", "2021-S1"), T (6), 75.7, 0.05),
  } },
  /* The target counts production lines as well, and may be additions. */
  { 'A', 3, "smart-factories-workshops", WORD_NO, {
    REFUSED (CHANGE, TARGET ("smart-factories-workshops", "2021"),
             ACTUAL ("smart-factories-workshops", "2021-06-30"), R (1) | R (16)),
    REFUSED (COMPLETION, TARGET ("smart-factories-workshops", "2021"),
             ACTUAL ("smart-factories-workshops", "2021-06-30"), R (1)),
  } },
  /* Other counting word (R1), what counts is not defined (R9); the target is in
   * two papers and counts once. */
  { 'A', 4, "city-brain-new-resources", WORD_LIMITED, {
    REFUSED (CHANGE, TARGET ("city-brain-new-resources", "2023"),
             ACTUAL ("city-brain-new-resources", "2023-Q1"), R (16)),
    NOTE (COMPLETION, TARGET ("city-brain-new-resources", "2023"),
          ACTUAL ("city-brain-new-resources", "2023-Q1"), T (6) | R (1) | R (9), 32, 0),
    NOTE (COMPLETION, AGAIN ("city-brain-new-resources", "2023", TB_KIND_TARGET),
          ACTUAL ("city-brain-new-resources", "2023-Q1"), T (6) | R (1) | R (9), 32, 0),
  } },
  /* Another name of the system, and 17 months after the deadline. */
  { 'A', 5, "one-code-domains", WORD_NO, {
    REFUSED (CHANGE, TARGET ("one-code-domains", "2021-10-31"), ACTUAL ("one-code-domains", "2023-03-31"),
             R (1) | R (16)),
    REFUSED (COMPLETION, TARGET ("one-code-domains", "2021-10-31"), ACTUAL ("one-code-domains", "2023-03-31"),
             R (1)),
  } },
  { 'A', 6, "one-code-scenes", WORD_NO, {
    REFUSED (CHANGE, TARGET ("one-code-scenes", "2022-S2"), ACTUAL ("one-code-scenes", "2023-03-31"),
             R (1) | R (16)),
    REFUSED (COMPLETION, TARGET ("one-code-scenes", "2022-S2"), ACTUAL ("one-code-scenes", "2023-03-31"), R (1)),
  } },
  { 'A', 7, "city-brain-cross-domain-scenes", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("city-brain-cross-domain-scenes", "2022-S1"),
             TARGET ("city-brain-cross-domain-scenes", "2023"), R (1) | R (16)),
    REFUSED (COMPLETION, TARGET ("city-brain-cross-domain-scenes", "2023"),
             ACTUAL ("city-brain-cross-domain-scenes", "2022-S1"), R (1)),
  } },
  /* The batches of two years, in two counting words and with items of their own;
   * the two figures of 2022 are one batch, first seen and then planned. */
  { 'A', 8, "digital-office-joint-items", WORD_LIMITED, {
    NOTE (CHANGE, PLAN ("digital-office-joint-items", "2022-S2"), PLAN ("digital-office-joint-items", "2023"),
          R (1) | R (9), 3, 0),
    NOTE (CHANGE, ACTUAL ("digital-office-joint-items", "2022-06-30"),
          PLAN ("digital-office-joint-items", "2022-S2"), R (16), 0, 0),
    NOTE (CHANGE, ACTUAL ("digital-office-joint-items", "2022-06-30"), PLAN ("digital-office-joint-items", "2023"),
          R (1) | R (9) | R (16), 3, 0),
  } },
  /* Carried out in 2020, only announced for the others (R16); lists that are
   * drawn up anew every year (R9). */
  { 'A', 9, "civic-projects", WORD_LIMITED, {
    NOTE (CHANGE, ACTUAL ("civic-projects", "2020"), PLAN ("civic-projects", "2021"), R (9) | R (16), -2, 0),
    NOTE (CHANGE, ACTUAL ("civic-projects", "2020"), PLAN ("civic-projects", "2022"), R (9) | R (16), 4, 0),
    NOTE (CHANGE, PLAN ("civic-projects", "2021"), PLAN ("civic-projects", "2022"), R (9), 6, 0),
  } },
  { 'A', 10, "civic-project-subitems", WORD_LIMITED, {
    NOTE (CHANGE, ACTUAL ("civic-project-subitems", "2020"), PLAN ("civic-project-subitems", "2021"),
          R (9) | R (16), -4, 0),
    REFUSED (CHANGE, ACTUAL ("civic-projects", "2020"), ACTUAL ("civic-project-subitems", "2020"), R (1)),
    REFUSED (SHARE, ACTUAL ("civic-project-subitems", "2020"), ACTUAL ("civic-projects", "2020"), R (1)),
  } },
  { 'A', 11, "smart-community-demo-sites", WORD_NO, {
    REFUSED (CHANGE, PLAN ("smart-community-demo-sites", "2021"), ACTUAL ("smart-community-demo-sites", "2022-S1"),
             R (1) | R (16)),
    REFUSED (COMPLETION, PLAN ("smart-community-demo-sites", "2021"),
             ACTUAL ("smart-community-demo-sites", "2022-S1"), R (1)),
  } },
  { 'A', 12, "smart-block-demo-sites", WORD_NO, {
    REFUSED (CHANGE, PLAN ("smart-block-demo-sites", "2021"), ACTUAL ("smart-block-demo-sites", "2022-S1"),
             R (1) | R (16)),
    REFUSED (COMPLETION, PLAN ("smart-block-demo-sites", "2021"), ACTUAL ("smart-block-demo-sites", "2022-S1"),
             R (1)),
  } },
  /* The aim has no date, but says what it starts from. */
  { 'A', 13, "macau-weekly-flights", WORD_YES, {
    VALID (CHANGE, PLAN ("macau-weekly-flights", "2021-02"), TARGET ("macau-weekly-flights", NULL), T (7), 1, 0),
  } },

  /* B. Same indicator at two or more periods. */
  /* Each year's own plan (R9); over 60 may lie above 61 (R15). */
  { 'B', 1, "digital-qingdao-plan-completion-rate", WORD_LIMITED_NO_SIGN, {
    REFUSED (CHANGE, ACTUAL ("digital-qingdao-plan-completion-rate", "2021-06-30"),
             ACTUAL ("digital-qingdao-plan-completion-rate", "2022-06-30"), R (9) | R (15)),
  } },
  { 'B', 2, "digital-qingdao-key-projects-count", WORD_LIMITED, {
    NOTE (CHANGE, ACTUAL ("digital-qingdao-key-projects-count", "2022-06-30"),
          ACTUAL ("digital-qingdao-key-projects-count", "2023-03-31"), R (9), -3, 0),
  } },
  /* Just under 10 and over 58: up by more than 48, about 5.8 times. */
  { 'B', 3, "parking-berths-connected", WORD_YES_WITH_WARNING, {
    NOTE (CHANGE, ACTUAL ("parking-berths-connected", "2021-06-30"),
          ACTUAL ("parking-berths-connected", "2023-03-31"), R (15), 480000, 0),
    REFUSED (SHARE, ACTUAL ("parking-berths-etc", "2021-06-30"), ACTUAL ("parking-berths-connected", "2021-06-30"),
             R (1)),
  } },
  { 'B', 4, "video-feeds-connected", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("video-feeds-connected", "2021-06-30"), ACTUAL ("video-feeds-connected", "2022-08-09"),
             R (1)),
  } },
  { 'B', 5, "video-feed-depts", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("video-feed-depts", "2021-06-30"), ACTUAL ("video-feed-depts", "2022-08-09"), R (1)),
  } },
  /* The model case: a flow of half a year, or a running total, against a level. */
  { 'B', 6, "city-brain-app-scenes", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("city-brain-app-scenes", "2022-S1"), ACTUAL ("city-brain-app-scenes", "2023-03-31"),
             R (1) | R (2) | R (7)),
  } },
  { 'B', 7, "shanghai-training-batches", WORD_YES, {
    VALID (CHANGE, ACTUAL ("shanghai-training-batches", "2020-06-01/2021-01-12"),
           ACTUAL ("shanghai-training-batches", "2020-06-01/2021-08-16"), 0, 2, 0),
  } },
  { 'B', 8, "key-industry-chains", WORD_YES, {
    VALID (CHANGE, PLAN ("key-industry-chains", "2021"), AGAIN ("key-industry-chains", "2021", TB_KIND_PLAN),
           0, 0, 0),
  } },
  { 'B', 9, "general-high-school-admission-rate", WORD_YES, {
    VALID (CHANGE, ACTUAL ("general-high-school-admission-rate", "2019"),
           ACTUAL ("general-high-school-admission-rate", "2020"), R (13), 4, 0),
    REFUSED (CHANGE, ACTUAL ("general-high-school-admission-rate", NULL),
             ACTUAL ("general-high-school-admission-rate", "2019"), R (0)),
    REFUSED (CHANGE, ACTUAL ("general-high-school-admission-rate", NULL),
             ACTUAL ("general-high-school-admission-rate", "2020"), R (0)),
  } },
  /* A flood drill and an earthquake drill. */
  { 'B', 10, "emergency-drill-teams", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("emergency-drill-teams", "2022-08-09"), ACTUAL ("emergency-drill-teams", "2023-05-09"),
             R (1)),
  } },
  { 'B', 11, "emergency-drill-participants", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("emergency-drill-participants", "2022-08-09"),
             ACTUAL ("emergency-drill-participants", "2023-05-09"), R (1) | R (15)),
  } },
  { 'B', 12, "emergency-drill-subjects", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("emergency-drill-subjects", "2022-08-09"),
             ACTUAL ("emergency-drill-subjects", "2023-05-09"), R (1)),
  } },
  { 'B', 13, "model-migrant-workers", WORD_PART_OF_WHOLE, {
    REFUSED (CHANGE, ACTUAL_IN ("model-migrant-workers", "qingdao", "2021-01-06"),
             ACTUAL_IN ("model-migrant-workers", "china", "2021-01-06"), R (1)),
    VALID (SHARE, ACTUAL_IN ("model-migrant-workers", "qingdao", "2021-01-06"),
           ACTUAL_IN ("model-migrant-workers", "china", "2021-01-06"), F (5), 1, 0),
  } },
  /* Undated; a closed year against what a year costs now (R2); both rounded. */
  { 'B', 14, "case-haizhiyuan-testing-cost", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("case-haizhiyuan-testing-cost", NULL), ACTUAL ("case-haizhiyuan-testing-cost", "2021"),
             R (0)),
    REFUSED (CHANGE, ACTUAL ("case-haizhiyuan-testing-cost", NULL),
             ACTUAL ("case-haizhiyuan-testing-cost", "2022-08-09"), R (0)),
    REFUSED (CHANGE, ACTUAL ("case-haizhiyuan-testing-cost", "2021"),
             ACTUAL ("case-haizhiyuan-testing-cost", "2022-08-09"), R (1) | R (2) | R (15)),
  } },

  /* C. Look-alikes under different ids. */
  { 'C', 1, "key-projects-envelope-and-completed", WORD_NO, {
    REFUSED (CHANGE, PLAN ("digital-qingdao-key-projects-total-investment", "2022-06-30"),
             ACTUAL ("digital-qingdao-key-projects-completed-investment", "2023-03-31"), R (1) | R (16)),
    REFUSED (SHARE, ACTUAL ("digital-qingdao-key-projects-completed-investment", "2023-03-31"),
             PLAN ("digital-qingdao-key-projects-total-investment", "2022-06-30"), R (1)),
    REFUSED (COMPLETION, PLAN ("digital-qingdao-key-projects-total-investment", "2022-06-30"),
             ACTUAL ("digital-qingdao-key-projects-completed-investment", "2023-03-31"), R (1)),
  } },
  /* Three measures of one list of projects: parts of each other, no changes. */
  { 'C', 2, "digital-economy-projects", WORD_PART_OF_WHOLE, {
    VALID (SHARE, ACTUAL ("digital-economy-key-projects-completed-investment", "2023-03-31"),
           PLAN ("digital-economy-key-projects-total-investment", "2023-03-31"), F (5), 37.8, 0.05),
    VALID (SHARE, ACTUAL ("digital-economy-key-projects-period-investment", "2023-Q1"),
           ACTUAL ("digital-economy-key-projects-completed-investment", "2023-03-31"), F (5), 100.0 * 12 / 361, 1e-9),
    VALID (SHARE, ACTUAL ("digital-economy-key-projects-period-investment", "2023-Q1"),
           PLAN ("digital-economy-key-projects-total-investment", "2023-03-31"), F (5), 100.0 * 12 / 956, 1e-9),
    REFUSED (CHANGE, PLAN ("digital-economy-key-projects-total-investment", "2023-03-31"),
             ACTUAL ("digital-economy-key-projects-completed-investment", "2023-03-31"), R (1) | R (16)),
    REFUSED (CHANGE, ACTUAL ("digital-economy-key-projects-completed-investment", "2023-03-31"),
             ACTUAL ("digital-economy-key-projects-period-investment", "2023-Q1"), R (1) | R (7)),
    REFUSED (CHANGE, PLAN ("digital-economy-key-projects-total-investment", "2023-03-31"),
             ACTUAL ("digital-economy-key-projects-period-investment", "2023-Q1"), R (1) | R (7)),
  } },
  { 'C', 3, "completed-of-115-and-of-18", WORD_NO, .look_alikes = {
    ACTUAL ("digital-qingdao-key-projects-completed-investment", "2023-03-31"),
    ACTUAL ("digital-economy-key-projects-completed-investment", "2023-03-31"),
  }, .codes = R (1) },
  { 'C', 4, "first-quarter-investment", WORD_NO, .look_alikes = {
    ACTUAL ("digital-economy-key-projects-period-investment", "2023-Q1"),
    ACTUAL ("ic-chain-projects-period-investment", "2023-Q1"),
    ACTUAL ("display-chain-projects-period-investment", "2023-Q1"),
  }, .codes = R (1) },
  { 'C', 5, "four-lists-of-projects", WORD_NO, .look_alikes = {
    PLAN ("city-key-projects-total-investment", "2021-01-12"),
    PLAN ("city-key-projects-count", "2021"),
    PLAN ("digital-qingdao-key-projects-total-investment", "2022-06-30"),
    ACTUAL ("digital-qingdao-key-projects-count", "2022-06-30"),
    PLAN ("aerotropolis-projects-total-investment", "2023-02-24"),
    PLAN ("aerotropolis-projects-count", "2023"),
    PLAN ("chengyang-project-resources-investment", "2021-01-08"),
    PLAN ("chengyang-project-resources", "2021-01-08"),
  }, .codes = R (1) },
  { 'C', 6, "hospitals", WORD_NO, .look_alikes = {
    ACTUAL ("hospitals-on-health-platform", "2021-06-30"),
    ACTUAL ("institutions-on-health-account", "2022-08-09"),
    ACTUAL ("hospitals-sharing-records", "2023-03-31"),
  }, .codes = R (1) },
  /* A running total against a half-year. */
  { 'C', 7, "credit", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("data-platform-credit-amount", "2021-06-30"), ACTUAL ("credit-info-loans", "2022-S1"),
             R (1) | R (2)),
  }, {
    ACTUAL ("data-platform-credit-amount", "2021-06-30"),
    ACTUAL ("credit-info-loans", "2022-S1"),
  }, R (1) },
  { 'C', 8, "smart-communities", WORD_NO, .look_alikes = {
    PLAN ("smart-community-demo-sites", "2021"),
    ACTUAL ("smart-community-demo-sites", "2022-S1"),
    ACTUAL ("provincial-smart-communities-selected", "2021-06-30"),
    ACTUAL ("smart-communities-growth-built", "2023-Q1"),
    TARGET ("smart-communities-built", "2023-12-31"),
  }, .codes = R (1) },
  { 'C', 9, "phone-and-online", WORD_NO, .look_alikes = {
    TARGET ("mobile-service-rate", "2023"),
    ACTUAL ("municipal-online-service-rate", "2022-06-30"),
  }, .codes = R (1) },
  { 'C', 10, "service-items", WORD_NO, .look_alikes = {
    ACTUAL ("gov-service-items-municipal", "2022-06-30"),
    ACTUAL ("gov-service-items-district", "2022-06-30"),
    ACTUAL ("gov-service-items-online", "2022-06-30"),
    ACTUAL ("aishandong-service-items", "2022-06-30"),
    ACTUAL ("smart-handled-items", "2021-06-30"),
  }, .codes = R (1) },
  { 'C', 11, "e-certificates", WORD_NO, .look_alikes = {
    TARGET ("top-used-ecert-items-applied", "2023"),
    ACTUAL ("ecert-types-promoted", "2023-03-31"),
  }, .codes = R (1) },
  { 'C', 12, "double-12", WORD_NO, .look_alikes = {
    TARGET ("double12-service-items", "2021"),
    TARGET ("double12-city-scenes", "2021"),
    PLAN ("double12-reform-items", "2023"),
  }, .codes = R (1) },
  /* The page sets 260 beside 300, under another label; the other 260 is of
   * another scope. */
  { 'C', 13, "high-tech-zone", WORD_LIMITED, {
    NOTE (CHANGE, ACTUAL ("hitech-zone-incubated-projects-introduced", "2022"),
          TARGET ("hitech-zone-carrier-projects-introduced", "2023"), R (1) | T (7), 40, 0),
    REFUSED (CHANGE, ACTUAL ("hitech-zone-incubated-projects-introduced", "2022"),
             ACTUAL ("biomed-quality-projects-introduced", "2023-02-24"), R (1)),
    REFUSED (CHANGE, ACTUAL ("biomed-quality-projects-introduced", "2023-02-24"),
             TARGET ("hitech-zone-carrier-projects-introduced", "2023"), R (1)),
    REFUSED (COMPLETION, TARGET ("hitech-zone-carrier-projects-introduced", "2023"),
             ACTUAL ("biomed-quality-projects-introduced", "2023-02-24"), R (1)),
  } },
  { 'C', 14, "elderly-meals", WORD_NO, .look_alikes = {
    TARGET ("elderly-meal-service-sites", "2023"),
    ACTUAL ("smart-meal-restaurants", "2023-03-31"),
  }, .codes = R (1) },
  /* One edition, as forecast, against a running total. */
  { 'C', 15, "health-care-expo", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("health-expo-exhibitors-total", "2016-01-01/2023-05-09"),
             FORECAST ("health-expo-exhibitors", "2023-06-29/2023-07-01"), R (1) | R (2) | R (16)),
  }, {
    FORECAST ("health-expo-exhibitors", "2023-06-29/2023-07-01"),
    ACTUAL ("health-expo-exhibitors-total", "2016-01-01/2023-05-09"),
  }, R (1) },
  { 'C', 16, "industry", WORD_NO, .look_alikes = {
    TARGET ("industrial-firms-digitalised", "2021"),
    ACTUAL ("industrial-digital-projects-registered", "2023-03-31"),
    ACTUAL ("morning-star-factory-applicants", "2023-Q1"),
  }, .codes = R (1) },
  { 'C', 17, "industrial-internet", WORD_NO, .look_alikes = {
    ACTUAL ("industrial-internet-platforms-built", "2021-06-30"),
    ACTUAL ("sector-platforms-online", "2021-08-16"),
  }, .codes = R (1) },
  /* Additions against a level. */
  { 'C', 18, "one-code-additions-and-level", WORD_NO, {
    REFUSED (CHANGE, ACTUAL ("one-code-new-scenes", "2022-S1"), ACTUAL ("one-code-scenes", "2023-03-31"),
             R (1) | R (2) | R (7)),
  }, {
    ACTUAL ("one-code-new-scenes", "2022-S1"),
    ACTUAL ("one-code-scenes", "2023-03-31"),
  }, R (1) },
  { 'C', 19, "science-staff", WORD_NO, .look_alikes = {
    ACTUAL ("sci-tech-staff", "1952"),
    ACTUAL ("rd-staff", "2019"),
  }, .codes = R (1) },
  /* Sound where both are exact: the drones are about a hundred. */
  { 'C', 20, "parts-of-wholes", WORD_PART_OF_WHOLE, {
    VALID (SHARE, ACTUAL ("rd-staff-industry", "2019"), ACTUAL ("rd-staff", "2019"), F (5), 37.9, 0.05),
    VALID (SHARE, ACTUAL ("clinical-research-centres-provincial", "2022-08-09"),
           ACTUAL ("clinical-research-centres-new", "2022-08-09"), F (5), 100.0 * 3 / 13, 1e-9),
    VALID (SHARE, ACTUAL ("clinical-research-centres-national", "2022-08-09"),
           ACTUAL ("clinical-research-centres-new", "2022-08-09"), F (5), 100.0 * 4 / 13, 1e-9),
    NOTE (SHARE, ACTUAL ("coop-drones", "2021-08-16"), ACTUAL ("coop-machines", "2021-08-16"), F (5) | R (15),
          100.0 * 100 / 315, 1e-9),
    REFUSED (CHANGE, ACTUAL ("rd-staff", "2019"), ACTUAL ("rd-staff-industry", "2019"), R (1)),
    REFUSED (CHANGE, ACTUAL ("clinical-research-centres-provincial", "2022-08-09"),
             ACTUAL ("clinical-research-centres-national", "2022-08-09"), R (1)),
    REFUSED (CHANGE, ACTUAL ("coop-machines", "2021-08-16"), ACTUAL ("coop-drones", "2021-08-16"), R (1)),
  } },
  { 'C', 21, "beds-in-two-units", WORD_AGREE, .look_alikes = {
    ACTUAL ("hospital-beds", "2021-12-31"),
    ACTUAL ("hospital-beds-per-1000", "2021-12-31"),
  }, .codes = R (1) },
  /* Near shore is a part of all waters, to the day before; what is cleared on
   * shore may have been salvaged, and is no part. */
  { 'C', 22, "seaweed", WORD_LIMITED, {
    NOTE (SHARE, ACTUAL ("seaweed-salvaged-nearshore", "2022-05-19/2022-08-08"),
          ACTUAL ("seaweed-salvaged", "2022-05-19/2022-08-09"), F (5) | R (4), 100 * 5.7 / 21.76, 1e-9),
    REFUSED (SHARE, ACTUAL ("seaweed-cleared-onshore", "2022-05-19/2022-08-08"),
             ACTUAL ("seaweed-salvaged", "2022-05-19/2022-08-09"), R (1)),
    REFUSED (CHANGE, ACTUAL ("seaweed-salvaged-nearshore", "2022-05-19/2022-08-08"),
             ACTUAL ("seaweed-salvaged", "2022-05-19/2022-08-09"), R (1)),
    REFUSED (CHANGE, ACTUAL ("seaweed-cleared-onshore", "2022-05-19/2022-08-08"),
             ACTUAL ("seaweed-salvaged", "2022-05-19/2022-08-09"), R (1)),
    REFUSED (CHANGE, ACTUAL ("seaweed-cleared-onshore", "2022-05-19/2022-08-08"),
             ACTUAL ("seaweed-salvaged-nearshore", "2022-05-19/2022-08-08"), R (1)),
    REFUSED (SHARE, ACTUAL ("seaweed-cleared-onshore", "2022-05-19/2022-08-08"),
             ACTUAL ("seaweed-salvaged-nearshore", "2022-05-19/2022-08-08"), R (1)),
  } },
  { 'C', 23, "technical-upgrading", WORD_NO, .look_alikes = {
    ACTUAL ("tech-upgrade-subsidy-max-firm", "2022-08-09"),
    ACTUAL ("tech-upgrade-subsidy-cap", "2022-08-09"),
    ACTUAL ("tech-upgrade-subsidy-cap-key-industries", "2022-08-09"),
  }, .codes = R (1) },
  { 'C', 24, "voucher-pool", WORD_PART_OF_WHOLE, {
    VALID (SHARE, ACTUAL ("voucher-institutions-universities", "2022-08-09"),
           ACTUAL ("voucher-institutions", "2022-08-09"), F (5), 35, 0),
    VALID (SHARE, ACTUAL ("voucher-institutions-firms", "2022-08-09"), ACTUAL ("voucher-institutions", "2022-08-09"),
           F (5), 61.67, 0.005),
    REFUSED (CHANGE, ACTUAL ("voucher-institutions-universities", "2022-08-09"),
             ACTUAL ("voucher-institutions-firms", "2022-08-09"), R (1)),
    REFUSED (CHANGE, ACTUAL ("voucher-institutions", "2022-08-09"),
             ACTUAL ("voucher-institutions-firms", "2022-08-09"), R (1)),
  } },
};

const gsize tb_n_comparable_rows = G_N_ELEMENTS (tb_comparable_rows);

const char *const tb_targets_without_actual[] = {
  "mobile-service-rate", "top-used-ecert-items-applied", "smart-communities-built", "public-data-reuse-scenes",
  "data-centre-racks", "metro-network-latency", "edge-computing-reach-rate",
  "hitech-zone-carrier-projects-introduced", "hitech-zone-carrier-area-let", "elderly-street-centres-upgraded",
  "elderly-street-centre-min-area", "elderly-village-stations-built", "dementia-day-care-centres-built",
  "home-elderly-beds-built", "elderly-meal-service-sites", "child-care-service-bases",
  "chain-large-project-threshold", "chain-large-projects-per-chain", "public-data-operation-channels",
  "urban-access-bandwidth", "double12-service-items", "double12-city-scenes", "industrial-firms-digitalised",
  "open-scenes-published", "macau-weekly-flights",
  NULL,
};
