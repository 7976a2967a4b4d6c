import type { newFolder as english } from '../en/newFolder.ts';

export const newFolder: Readonly<typeof english> = {
  folderName: '文件夹名称',
  create: '创建',
  folderNameEmpty: '请输入名称。',
  folderNameSlash: '名称不能包含“/”。',
  folderNameDots: '“.”和“..”不能作为文件夹名称。',
  folderNameTaken: '该名称已存在。',
};
