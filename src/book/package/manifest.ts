/** imsmanifest.xml: what an LMS reads of a package. Sources: SCORM 1.2 and SCORM 2004 4th Edition Content Aggregation Model (ADL). */
import { escaped } from '../escaped.ts';
import type { PackageFormat } from './lms.ts';

export interface PackageAbout {
  format: PackageFormat;
  /** Letters, digits and hyphens. */
  id: string;
  title: string;
  /** From the package's root; the first is what the LMS opens. */
  files: readonly string[];
}

const schemas: Readonly<Record<PackageFormat, { version: string; names: string; kind: string }>> = {
  scorm12: {
    version: '1.2',
    names:
      'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"',
    kind: 'adlcp:scormtype',
  },
  scorm2004: {
    version: '2004 4th Edition',
    names:
      'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd"',
    kind: 'adlcp:scormType',
  },
};

export function manifest({ format, id, title, files }: PackageAbout): string {
  const { version, names, kind } = schemas[format];
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0" ${names}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${version}</schemaversion>
  </metadata>
  <organizations default="${id}-organization">
    <organization identifier="${id}-organization">
      <title>${escaped(title)}</title>
      <item identifier="${id}-item" identifierref="${id}-resource">
        <title>${escaped(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${id}-resource" type="webcontent" ${kind}="sco" href="${escaped(files[0]!)}">
${files.map((file) => `      <file href="${escaped(encodeURI(file))}" />`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
