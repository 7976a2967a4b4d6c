/**
 * Whether a list of permissions covers an action. CAM lets a name end in `*` (COS documentation 30580).
 *
 * @param permissions undefined means unknown, which is not "none": the bucket decides then
 */
export function allowsAction(permissions: readonly string[] | undefined, action: string): boolean {
  return (
    permissions === undefined ||
    permissions.some((allowed) =>
      allowed.endsWith('*') ? action.startsWith(allowed.slice(0, -1)) : allowed === action,
    )
  );
}
